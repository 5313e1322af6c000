// The page: wires the browser's platform, the painter and the page's content.

#include <emscripten.h>

#include <cmath>
#include <string>
#include <string_view>
#include <utility>

#include "platform/web/canvas_glyphs.h"
#include "platform/web/host.h"
#include "platform/web/web_platform.h"
#include "ui/fields.h"
#include "ui/layout.h"
#include "ui/page.h"
#include "ui/renderer.h"
#include "ui/table.h"
#include "ui/widgets.h"

namespace {

using namespace uwanose;

// A small form of every kind of widget, until the real one stands.
class Demo final : public ui::Page {
 public:
  explicit Demo(platform::Platform& host) : machine(host) {}
  const ui::Theme& theme() const override { return ui::calm_theme(); }
  std::string_view text(std::string_view key) const override { return key; }
  void build(ui::Frame& frame) override;

 private:
  platform::Platform& machine;
  std::string name, employees, kind = "corporation";
  std::string sales[3];
  bool large = false, asking = false;
  std::string said;
};

void Demo::build(ui::Frame& frame) {
  const ui::Screen screen = ui::plan_screen(frame);
  frame.cursor() = {screen.main.x, 24, screen.main.width};
  {
    const ui::Container main(frame, ui::Role::main, "main", "");
    ui::heading(frame, "title", 1, "うわのせ試算");
    ui::paragraph(frame, "lead",
                  "国の補助金と県の上乗せ支援を試算します。入力した内容はこのページの外に出ません。"
                  "髙﨑𠮷という名前も書けます。事業再構築補助金の通常枠と、長野県の上乗せ。");
    {
      const ui::Section section(frame, "applicant", "申請する会社・事業主");
      if (const auto* done = ui::text_field(frame, {.id = "applicant.name", .label = "会社名・屋号",
                                                    .value = name, .hint = "登記のとおりに"})
                                 .commit)
        name = *done;
      const ui::Entry entry = ui::text_field(
          frame, {.id = "applicant.employees", .label = "常時使用する従業員の数", .value = employees,
                  .unit = "人", .hint = "常時使用する従業員",
                  .error = employees == "abc" ? "数字で入力してください" : "", .required = true,
                  .align_right = true, .mode = ui::InputMode::numeric, .width = 8});
      if (entry.commit != nullptr) {
        employees = *entry.commit;
        machine.announce("従業員数は" + employees + "人になりました。", false);
      }
      const ui::Option kinds[] = {{"corporation", "会社(資本金または出資金がある法人)"}, {"sole", "個人事業主"}};
      if (const ui::Option* chosen = ui::radio_group(
              frame, {.id = "applicant.kind", .legend = "事業者の形", .value = kind,
                      .options = kinds, .in_a_row = true}))
        kind = chosen->value;
      if (ui::checkbox(frame, "applicant.large", "みなし大企業", large)) large = !large;
      const ui::Option industries[] = {{"", "わからない"}, {"manufacturing", "製造業・建設業・運輸業"}};
      static std::string industry;
      if (const auto* chosen =
              ui::select(frame, {.id = "applicant.industry", .label = "主な業種", .value = industry,
                                 .options = industries}))
        industry = *chosen;
    }
    {
      const ui::Section section(frame, "monthly", "月別売上高");
      ui::Table table(frame, "monthly.table", "月別売上高（円）",
                      {{"月", 6, 1}, {"売上高", 10, 1, true}});
      for (int i = 0; i < 3; ++i) {
        const std::string key = "m" + std::to_string(i + 1);
        const std::string month = "2021年" + std::to_string(i + 1) + "月";
        table.row(key, month, 44);
        const std::string id = "monthly." + key;
        const ui::Rect cell = table.open_cell(44);
        const std::string label = month + " 売上高";
        if (const auto* done = ui::cell_field(frame, {.id = id, .label = label,
                                                      .value = sales[i], .align_right = true},
                                              cell)
                                   .commit)
          sales[i] = *done;
        table.close_cell();
      }
    }
    for (int i = 0; i < 40; ++i)
      ui::paragraph(frame, "filler." + std::to_string(i), "段落です。スクロールを確かめます。");
    if (ui::disclosure(frame, "why", "理由を見る"))
      ui::paragraph(frame, "why.text", "理由はこのとおりです。");
    if (ui::button(frame, {.id = "save", .label = "保存", .look = ui::ButtonLook::primary}))
      machine.save_file("case.json", "application/json", "{\"name\":\"" + name + "\"}\n");
    if (ui::button(frame, {.id = "open", .label = "開く"})) machine.pick_file(".json");
    if (ui::button(frame, {.id = "reset", .label = "はじめからやり直す"})) asking = true;
    if (asking) {
      const ui::Answer answer =
          ui::confirmation(frame, "reset.ask", "入力を消しますか", "消す", "消さない");
      if (answer != ui::Answer::none) {
        asking = false;
        frame.want_focus("reset");
      }
    }
    for (const ui::DomEvent& event : frame.events())
      if (event.kind == ui::DomEvent::Kind::open_file) said = event.id + "：" + event.value;
    if (!said.empty()) ui::paragraph(frame, "said", said);
    frame.gap(6);
  }
  frame.set_document_height(std::ceil(frame.cursor().y));
  if (screen.shape != ui::Shape::bare) {
    const ui::Pinned pinned(frame, "answer", "試算の結果", screen.answer, 1);
    ui::label_value(frame, "answer.total", "合計", "24,000,000円");
  }
}

struct Running {
  platform::WebPlatform machine;
  platform::CanvasGlyphs glyphs;
  ui::Interaction interaction;
  Demo page{machine};
};

Running& running() {
  static Running instance;
  return instance;
}

}  // namespace

extern "C" {

// Called by the page's script. True if there are graphics.
EMSCRIPTEN_KEEPALIVE int uw_start() {
  ui::create_context(running().glyphs);
  return platform::start_graphics() && ui::start_gl() ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void uw_event(int kind, const char* id, std::size_t id_length,
                                   const char* value, std::size_t length) {
  running().machine.report({static_cast<ui::DomEvent::Kind>(kind), std::string(id, id_length),
                         std::string(value, length)});
}

// One frame; true if it wants another.
EMSCRIPTEN_KEEPALIVE int uw_frame(int paint) {
  platform::WebPlatform& machine = running().machine;
  const std::vector<ui::DomEvent> events = machine.take_events();
  const platform::Viewport view = machine.viewport();
  const ui::Surface surface{view.width,      view.height,     view.density,
                            view.text_scale, view.canvas_top, view.canvas_height};
  const ui::FrameResult result =
      ui::run_frame(running().page, running().interaction, surface, events);
  machine.publish(result.nodes, result.document_height);
  if (!result.focus.empty()) machine.focus(result.focus);
  if (paint != 0) ui::render_gl(host_copy_pinned);
  return result.wants_frame ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void uw_graphics_restored() {
  platform::restart_graphics();
  ui::graphics_restored();
}
}
