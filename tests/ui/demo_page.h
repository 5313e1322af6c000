// A page of every widget, for the tests of the toolkit.
#pragma once

#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "ui/chart.h"
#include "ui/fields.h"
#include "ui/layout.h"
#include "ui/page.h"
#include "ui/stacked_bar.h"
#include "ui/table.h"
#include "ui/widgets.h"

namespace uwanose::ui {

class DemoPage : public Page {
 public:
  const Theme& theme() const override { return seminar ? seminar_theme() : calm_theme(); }

  std::string_view text(std::string_view key) const override {
    if (key == "field.required") return "※必須";
    if (key == "field.error") return "＊エラー：";
    return key;
  }

  void build(Frame& frame) override {
    const Screen screen = plan_screen(frame);
    frame.cursor() = {screen.main.x, frame.em(), screen.main.width};
    {
      const Container main(frame, Role::main, "main");
      heading(frame, "title", 1, title);
      link(frame, "skip", "入力へ進む", "name");
      paragraph(
          frame, "lead",
          "ここに書くことは、どの幅でも折り返して読める。1,250万円のような金額は途中で切れない。");
      fields(frame);
      words(frame);
      tables(frame);
      charts(frame);
      actions(frame);
    }
    frame.set_document_height(std::ceil(frame.cursor().y + frame.em() * 4));
    answer(frame, screen);
  }

  std::string title = "部品の見本：すべての部品を一枚に並べたページ";
  std::string name, employees = "18", error, kind, yes_no, industry;
  std::vector<std::string> cells = std::vector<std::string>(12);
  bool checked = false, asking = false, erased = false, seminar = false;
  int saved = 0, table_rows = 3;

 private:
  void fields(Frame& frame) {
    const Section section(frame, "applicant", "申請者");
    const Box box(frame, {frame.theme().panel, frame.theme().line});
    if (const auto* done = text_field(frame, {.id = "name", .label = "名称", .value = name}).commit)
      name = *done;
    frame.gap(1);
    const Entry entry = text_field(frame, {.id = "employees",
                                           .label = "常時使用する従業員数",
                                           .value = employees,
                                           .unit = "人",
                                           .hint = "役員、個人事業主本人、日雇いの人は含みません。",
                                           .error = error,
                                           .required = true,
                                           .align_right = true,
                                           .mode = InputMode::numeric,
                                           .width = 8});
    if (entry.commit != nullptr) {
      employees = *entry.commit;
      error = employees.find_first_not_of("0123456789") == std::string::npos
                  ? ""
                  : "人数を整数で入力してください。";
    }
    const std::array<Option, 3> kinds{{{"corporation", "法人（会社）"},
                                       {"sole_proprietor", "個人事業主"},
                                       {"no_capital", "資本金のない法人"}}};
    if (const Option* chosen = radio_group(
            frame, {.id = "kind", .legend = "事業者の種別", .value = kind, .options = kinds}))
      kind = chosen->value;
    const std::array<Option, 3> answers{{{"yes", "はい"}, {"no", "いいえ"}, {"", "わからない"}}};
    if (const Option* chosen = radio_group(frame, {.id = "large",
                                                   .legend = "みなし大企業ですか",
                                                   .value = yes_no,
                                                   .options = answers,
                                                   .hint = "大企業が株式の半分以上を持つ会社など",
                                                   .in_a_row = true}))
      yes_no = chosen->value;
    const std::vector<Option> industries{
        {"", "選んでください"}, {"manufacturing", "製造業・建設業・運輸業"}, {"retail", "小売業"}};
    if (const auto* chosen = select(
            frame, {.id = "industry", .label = "業種", .value = industry, .options = industries}))
      industry = *chosen;
    if (checkbox(frame, "agree", "最低賃金を引き上げる計画がある", checked,
                 "計画の写しが要ります。"))
      checked = !checked;
  }

  void words(Frame& frame) {
    const Section section(frame, "words", "文章と印");
    badge(frame, "badge.met", Badge::met, "要件を満たす見込み");
    frame.gap(0.5f);
    badge(frame, "badge.not", Badge::not_met, "要件を満たさない");
    frame.gap(0.5f);
    badge(frame, "badge.unknown", Badge::undetermined, "まだ判定できない", 1.25f);
    badge(frame, "badge.english", Badge::met, "Requirements likely met", 1.5f);
    frame.gap(0.5f);
    label_value(frame, "national", "国の補助金", "20,000,000円",
                {.size = 1.75f, .weight = Weight::bold});
    notice(frame, "closed", Notice::caution, "受付は終わっています",
           "この制度の受付は2023年9月29日に終わりました。参考としてご覧ください。");
    const std::array<Fault, 1> faults{{{"employees", "従業員数：人数を整数で入力してください。"}}};
    if (!error.empty()) error_summary(frame, "faults", "入力に誤りがあります", faults);
    const Container list(frame, Role::list, "list");
    list_item(frame, "list.1", "確認書の写し");
    list_item(frame, "list.2",
              "直近の決算書、月別の売上高がわかる帳簿、従業員名簿のそれぞれ一部ずつ");
  }

  void tables(Frame& frame) {
    const Section section(frame, "monthly", "月別の売上高");
    Table table(frame, "grid", "月別の売上高（税抜）",
                {{"月", 6, 1},
                 {"売上高（円）", 9, 2, true},
                 {"付加価値額（円）", 9, 2, true},
                 {"印", 4, 1}});
    for (int i = 0; i < table_rows; ++i) {
      const std::string key = std::to_string(i + 1);
      const std::string month = "2021年" + key + "月";
      const float height = std::max(44.0f, 2.75f * frame.em());
      table.row(key, month, height);
      for (std::size_t column = 0; column < 2; ++column) {
        const std::string id = "grid." + key + (column == 0 ? ".sales" : ".value");
        const std::string label = month + (column == 0 ? " 売上高" : " 付加価値額");
        const std::size_t at = (static_cast<std::size_t>(i) * 2 + column) % cells.size();
        const Rect cell = table.open_cell(height);
        const Entry entry = cell_field(frame,
                                       {.id = id,
                                        .label = label,
                                        .value = cells[at],
                                        .unit = "円",
                                        .align_right = true,
                                        .mode = InputMode::numeric},
                                       cell);
        if (entry.commit != nullptr) cells[at] = *entry.commit;
        table.close_cell();
      }
      table.words(i == 0 ? "採用" : "");
    }
  }

  void charts(Frame& frame) {
    const Section section(frame, "charts", "図");
    const std::array<std::string, 4> labels{"1月", "2月", "3月", "4月"};
    const std::array<Series, 2> series{{{"2021年",
                                         frame.theme().bar_nation,
                                         SeriesLook::bars,
                                         {4'200'000, {}, 3'900'000, -800'000}},
                                        {"2019年",
                                         frame.theme().bar_prefecture,
                                         SeriesLook::line,
                                         {5'200'000, 5'100'000, {}, 5'000'000}}}};
    const std::array<std::string, 4> marks{"a", "", "ab", ""};
    chart(frame, {.id = "chart",
                  .name = "月別売上高と基準の図",
                  .labels = labels,
                  .series = series,
                  .marks = marks,
                  .mark_word = "判定に使った月",
                  .unit_word = "万円"});
    const std::array<Part, 3> parts{
        {{"国", "20,000,000円", 20'000'000, frame.theme().bar_nation},
         {"県", "4,000,000円", 4'000'000, frame.theme().bar_prefecture},
         {"自己負担", "6,000,000円", 6'000'000, frame.theme().bar_own}}};
    stacked_bar(frame, "share", "内訳：国 20,000,000円、県 4,000,000円、自己負担 6,000,000円",
                parts);
    if (disclosure(frame, "figures", "数字で見る")) paragraph(frame, "figures.text", "数字の表");
  }

  void actions(Frame& frame) {
    const Section section(frame, "actions", "操作");
    {
      Flow flow(frame);
      if (button_in(frame, flow, {.id = "save", .label = "保存する", .look = ButtonLook::primary}))
        ++saved;
      button_in(frame, flow, {.id = "undo", .label = "元に戻す", .disabled = true});
      if (button_in(frame, flow, {.id = "reset", .label = "消す", .look = ButtonLook::danger}))
        asking = true;
    }
    if (!asking) return;
    frame.gap(1);
    const Answer said =
        confirmation(frame, "ask", "入力をすべて消しますか。", "すべて消す", "消さない");
    if (said == Answer::none) return;
    erased = said == Answer::yes;
    asking = false;
    frame.want_focus("reset");
  }

  void answer(Frame& frame, const Screen& screen) {
    if (screen.shape == Shape::bare) return;
    const Pinned pinned(frame, "answer", "いまの答え", screen.answer, 1);
    badge(frame, "answer.verdict", Badge::met, "満たす見込み");
    if (screen.shape == Shape::wide) label_value(frame, "answer.total", "合計", "24,000,000円");
  }
};

}  // namespace uwanose::ui
