#include "app/checklist.h"

#include <doctest/doctest.h>

#include "app/best_frame.h"
#include "app/flow.h"
#include "app/page_state.h"

namespace uwanose::app {
namespace {

Checklist checklist(const State& state) { return make_checklist(subject_of(state)); }

const ChecklistItem* item(const Checklist& list, std::string_view label) {
  for (const ChecklistItem& each : list.items) {
    if (each.label == label) return &each;
  }
  return nullptr;
}

std::vector<std::string> labels(const Checklist& list) {
  std::vector<std::string> labels;
  for (const ChecklistItem& each : list.items) labels.push_back(each.label);
  return labels;
}

TEST_CASE("checklist: from the call text to the claim, in order") {
  CHECK(labels(checklist(firm())) ==
        std::vector<std::string>{"公募要領で要件と経費を確かめる", "GビズIDプライムを取る",
                                 "認定支援機関を決め、事業計画をいっしょに作る",
                                 "金融機関にも計画を見てもらい、確認書をもらう", "書類をそろえる",
                                 "国に電子申請する", "採択のあと、国の交付決定を受ける",
                                 "県に計画書を出し、確認を受ける", "事業を行い、支払いの証拠を残す",
                                 "実績を報告し、国の補助額の確定を受ける", "県に交付申請をする"});
}

TEST_CASE("checklist: of the frames that one asks about, as the answer is") {
  State state = firm({"saikouchiku.normal", "jizokuka.normal"});
  CHECK(checklist(state).title == "事業再構築補助金 通常枠");
  set_interest(state, {"jizokuka.normal"}, true);
  CHECK(checklist(state).title == "小規模事業者持続化補助金 通常枠");
}

TEST_CASE("checklist: dates are counted back from the deadline of the call") {
  State state = firm();
  Checklist list = checklist(state);
  CHECK(list.deadline == "第5回の締切は2022年3月24日です。");
  CHECK(list.deadline_source->text == "長野県『プラス補助金』チラシ、第5回公募");
  CHECK(list.deadline_source->confidence == "公式の資料");
  CHECK(item(list, "GビズIDプライムを取る")->when == "2022年3月3日まで（締切の21日前）");
  CHECK(item(list, "国に電子申請する")->when == "2022年3月24日まで");
  CHECK(item(list, "書類をそろえる")->when == "");
  commit(state, "application.rounds.saikouchiku", "2");
  list = checklist(state);
  CHECK(list.deadline == "第2回の締切は2021年7月2日です。");
  CHECK(list.deadline_source->confidence == "解説などの二次資料");
  CHECK(item(list, "GビズIDプライムを取る")->when == "2021年6月11日まで（締切の21日前）");
}

TEST_CASE("checklist: a date that has passed says so, on the day itself not yet") {
  State state = firm();
  state.today = "2022-03-03";
  CHECK(item(checklist(state), "GビズIDプライムを取る")->when ==
        "2022年3月3日まで（締切の21日前）");
  state.today = "2022-03-04";
  CHECK(item(checklist(state), "GビズIDプライムを取る")->when ==
        "2022年3月3日まで（締切の21日前）。もう過ぎています。");
  CHECK(item(checklist(state), "GビズIDプライムを取る")->passed);
  CHECK_FALSE(item(checklist(state), "国に電子申請する")->passed);
  state.today = "2026-11-20";
  const Checklist list = checklist(state);
  CHECK(list.deadline == "第5回の締切は2022年3月24日でした。もう過ぎています。");
  CHECK(item(list, "県に計画書を出し、確認を受ける")->when ==
        "2023年9月29日まで。もう過ぎています。");
  CHECK(item(list, "県に交付申請をする")->when == "2026年2月13日まで。もう過ぎています。");
  CHECK(list.closed.starts_with("この制度の受付は終わっています。"));
  state.today = "2026-02-13";
  CHECK(checklist(state).closed == "");
}

TEST_CASE("checklist: without a call, and for a call that no source dates, no date is made up") {
  State state = firm();
  commit(state, "application.rounds.saikouchiku", "");
  Checklist list = checklist(state);
  CHECK(list.deadline == "公募回を入れると、締切から数えた日付が出ます。");
  REQUIRE(list.ask_round);
  CHECK(list.ask_round->key == "application.rounds.saikouchiku");
  CHECK(item(list, "GビズIDプライムを取る")->when == "締切の21日前まで");
  CHECK(item(list, "国に電子申請する")->when == "");
  commit(state, "application.rounds.saikouchiku", "8");
  list = checklist(state);
  CHECK(list.deadline ==
        "第8回の締切日は、収録した資料にありません。事務局の案内で確かめてください。");
  CHECK_FALSE(list.ask_round);
  CHECK_FALSE(list.deadline_source);
  state = firm({"monozukuri.low_infection"});
  CHECK(checklist(state).deadline ==
        "この枠の締切日は、収録した資料にありません。事務局の案内で確かめてください。");
}

TEST_CASE("checklist: a step that serves a requirement says how it stands") {
  State state = firm();
  CHECK(item(checklist(state), "認定支援機関を決め、事業計画をいっしょに作る")->state ==
        "この要件は、いまの入力では「満たす見込み」です。");
  CHECK(item(checklist(state), "金融機関にも計画を見てもらい、確認書をもらう")->state ==
        "この場合は不要です。");
  commit(state, "answers.plan_with_support_institution", "no");
  CHECK(item(checklist(state), "認定支援機関を決め、事業計画をいっしょに作る")->state ==
        "この要件は、いまの入力では「満たさない」です。");
  commit(state, "answers.plan_with_support_institution", "");
  CHECK(item(checklist(state), "認定支援機関を決め、事業計画をいっしょに作る")->state ==
        "この要件は、いまの入力では「まだ分かりません」です。");
}

TEST_CASE("checklist: the prefecture's steps only where it may add its part") {
  State state = firm();
  commit(state, "applicant.head_office", "13000");
  CHECK(item(checklist(state), "県に交付申請をする") == nullptr);
  commit(state, "applicant.head_office", "");
  CHECK(item(checklist(state), "県に交付申請をする") != nullptr);
  state = firm({"it.a"});
  CHECK(item(checklist(state), "県に交付申請をする") == nullptr);
  CHECK(item(checklist(state), "IT導入支援事業者と、登録されたITツールを選ぶ") != nullptr);
}

TEST_CASE("checklist: every step has its source and confidence, in both languages") {
  for (const rules::Frame& frame : shipped_rules()->packs.front().frames) {
    State state = firm({frame.id});
    for (const Language language : {Language::ja, Language::en}) {
      set_language(state, language);
      const Checklist list = checklist(state);
      CHECK(list.items.size() >= 6);
      for (const ChecklistItem& each : list.items) {
        CHECK_FALSE(each.source.text.empty());
        CHECK_FALSE(each.source.confidence.empty());
      }
    }
  }
  State state = firm();
  set_language(state, Language::en);
  CHECK(item(checklist(state), "Get a gBizID Prime account")->when ==
        "by 3 Mar 2022 (21 days before the deadline)");
}

TEST_CASE("contacts: first the bureau of the municipality, the prefecture, its chamber") {
  State state = firm();
  ContactList contacts = checklist(state).contacts;
  REQUIRE(contacts.first.size() == 3);
  CHECK(contacts.place == "本社の所在地（長野市）を担当するのは、長野地域振興局 商工観光課です。");
  CHECK(contacts.first[0].name == "長野地域振興局 商工観光課");
  CHECK(contacts.first[0].address == "〒380-0836 長野市大字南長野南県町686の1");
  CHECK(contacts.first[0].phone == "026-234-9527");
  CHECK(contacts.first[0].responsible);
  CHECK(contacts.first[1].name == "長野県 産業労働部 経営・創業支援課");
  CHECK(contacts.first[2].name == "長野商工会議所");
  CHECK(contacts.others.size() == 36);
  CHECK(contacts.source.find("（2022年1月）") != std::string::npos);
  commit(state, "applicant.head_office", "20402");
  CHECK(checklist(state).contacts.first[0].phone == "0265-53-0431");
  commit(state, "applicant.head_office", "20482");
  CHECK(checklist(state).contacts.first[0].phone == "0261-23-6523");
  set_language(state, Language::en);
  CHECK(checklist(state).contacts.place ==
        "For a head office in Matsukawa Village ask the Kita Alps regional bureau "
        "(北アルプス地域振興局 商工観光課).");
}

TEST_CASE("contacts: without a municipality, or outside Nagano, nobody is said to be in charge") {
  State state = firm();
  commit(state, "applicant.head_office", "");
  ContactList contacts = checklist(state).contacts;
  CHECK(contacts.place == "本社の所在地を選ぶと、担当する地域振興局が出ます。");
  REQUIRE(contacts.first.size() == 1);
  CHECK(contacts.first[0].name == "長野県 産業労働部 経営・創業支援課");
  commit(state, "applicant.head_office", "13101");
  CHECK(checklist(state).contacts.place ==
        "本社の所在地（東京都（13101））を担当する長野県の窓口はありません。"
        "県の上乗せは、本社が長野県にある場合だけです。");
}

TEST_CASE("contacts: the call centre of the frame with its hours") {
  const ContactList contacts = checklist(firm({"jizokuka.low_infection"})).contacts;
  const ContactText& last = contacts.first.back();
  CHECK(last.name == "小規模事業者持続化補助金（低感染リスク型ビジネス枠）コールセンター");
  CHECK(last.phone == "03-6731-9325");
  CHECK(last.hours == "9:30〜17:30（土日祝日除く）");
  CHECK(last.address == "");
  REQUIRE(contacts.links.size() == 3);
  CHECK(contacts.links[1].address == "https://seisansei.smrj.go.jp/");
}

}  // namespace
}  // namespace uwanose::app
