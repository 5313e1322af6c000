// What the answer says, in the language of the page and ready to be shown: verdict, amounts,
// requirements with their numbers, what is missing, cautions, and which rules it is by. It is an
// estimate and calls itself one; amounts of a frame that is not met say so.
//
// The page, its print and `uwanose explain` all tell it. The page makes it again when
// state.revision changed, not every frame.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/subject.h"
#include "core/verdict.h"
#include "rules/outlook.h"

namespace uwanose::app {

struct FigureText {
  std::string label;
  std::string text;                 // 12,500,000円, a range 0円〜500万円, or 未定
  std::string readback;             // 1,250万円; "" where it adds nothing
  std::string note;                 // 「税抜・補助後の差額」
  std::optional<std::int64_t> yen;  // where known
};

struct FieldLink {
  std::string key, label;
  int settles = 0;  // judgements of all frames that wait for it, where the link is a missing fact
};

struct SourceText {
  std::string text;        // document, place
  std::string confidence;  // in words
  std::string note;
  std::string address;  // shown as text: the page opens nothing by itself
};

struct RequirementLine {
  std::string id;
  core::Verdict verdict = core::Verdict::undetermined;
  std::string verdict_word;  // 満たす, 満たさない, まだ分かりません
  std::string label, meaning;
  std::vector<std::string> numbers;  // each a sentence: months, sums, limits
  std::string slack;  // 「あと120,000円低ければ満たします」「余裕35,000円」「ちょうど満たします」
  std::string remedy;  // what would meet it; only where not met
  SourceText source;
  std::vector<FieldLink> missing;
  std::string decides;  // the field that decides, to go to; "" none
};

// One step of an amount: 「補助対象経費 × 4/30」「30,000,000円 × 4/30」 = 「4,000,000円」.
struct StepText {
  std::string label, words, numbers, result;
  std::optional<SourceText> source;
};

// Said beside the figures. An open question is one that no source settles.
struct CautionText {
  std::string text;
  bool open_question = false;
  SourceText source;
};

struct PartAnswer {
  bool exists = true;  // a frame without top-up has no prefectural part
  core::Verdict verdict = core::Verdict::undetermined;
  std::string label, verdict_word;
  FigureText amount;
  std::string rule;             // the name of the amount rule that applies; "" not settled yet
  std::vector<StepText> steps;  // how the amount was computed
  std::vector<RequirementLine> requirements;
};

struct FrameAnswer {
  std::string id, label, programme_label;
  core::Verdict verdict = core::Verdict::undetermined;
  std::string verdict_word;  // 要件を満たす見込み
  FigureText eligible, total, own;
  PartAnswer national, prefectural;
  // To compare it with the other frames.
  std::string demands, risk;  // what it demands beyond the normal one, and what then threatens
  std::string beside_normal;  // of a special frame: what the normal one of its programme gives
  std::string failure;        // which requirements are not met, and by how much; one line
  std::string compared;       // what of these speaks for or against it beside the others
  // In detail; with it, steps and requirements of the parts.
  std::string headline;  // one sentence
  std::string amounts_note;  // 「他の要件を満たした場合の計算額」 where not met, else 試算
  FigureText advance;
  std::string effective_rate;       // 80.0%, of total to eligible; "" where unknown
  std::vector<FigureText> outlook;  // where the amounts stop, what more brings
  std::vector<FieldLink> missing;   // those first that settle most
  std::vector<CautionText> cautions;
};

struct PackNote {
  std::string title;    // 長野県プラス補助金（第1弾）
  std::string version;  // 規則 2022-01-20.1
  std::string closed;   // that it is closed, since when; "" where it is open
  std::vector<std::string> left_out;
};

struct Answer {
  std::vector<FrameAnswer> frames;
  std::size_t shown = 0;             // the chosen frame, else the best
  std::vector<std::size_t> ranking;  // indices of all frames, the best first
  std::vector<PackNote> packs;
  std::optional<rules::Outlook> outlook;  // of the shown frame
  bool empty() const { return frames.empty(); }
};

// The page needs the details only of the frame that it shows.
enum class Detail : std::uint8_t { shown_frame, every_frame };

Answer make_answer(const Subject& subject, Detail detail);
Answer make_answer(const State& state);

// What changed between two assessments of the shown frame, for the live region; "" nothing.
// 「判定が変わりました: まだ判定できません → 要件を満たす見込み。国 20,000,000円、県
// 4,000,000円。」
std::string difference(const State& state, const rules::Assessment& before,
                       const rules::Assessment& after);

}  // namespace uwanose::app
