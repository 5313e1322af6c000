// 順番に答える: the same facts as the list, one question or small group at a time. A question is a
// scalar fact, a year of monthly figures, or a table (plan, wages, expenses). Asked is only what
// the frames of interest still miss, the question first that settles most of them; frames whose
// requirements are not met any more ask nothing, unless one wants it.
//
// It begins with the choice of frames ("start") and ends with all answers ("check"). Where nothing
// is answered the facts stay unknown, and the question counts as passed: it is not asked again by
// itself, and the end says that it is open.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/state.h"

namespace uwanose::app {

inline constexpr std::string_view flow_start = "start";
inline constexpr std::string_view flow_check = "check";
// Ids of nodes that the flow sends the focus to.
inline constexpr std::string_view flow_heading_id = "step.heading";
inline constexpr std::string_view fault_summary_id = "errors";

// The node of the question that a doubtful value is asked by.
std::string doubt_id(std::string_view key);

// The question in which a field is asked: "applicant.kind", "monthly.sales_yen.2019", "plan".
std::string question_of(std::string_view key);

struct OpenQuestion {
  std::string id;
  int settles = 0;  // judgements of the frames of interest that wait for its most wanted fact
};
// In the order of asking, passed ones too.
std::vector<OpenQuestion> open_questions(const State& state);
// The frames that questions are asked for.
std::vector<const rules::FrameResult*> asking_frames(const State& state);

// --- actions
void go_on(State& state);    // 次へ: stays where the question has a fault
void go_back(State& state);  // 戻る
void leave_open(
    State& state);  // わからない: what is faulty there becomes unknown, a single fact too
void visit(State& state, std::string_view question);
// Shows the question of a field that is about to get the focus; nothing in the list, or where it is
// no field of the form.
void show_field(State& state, std::string_view key);
// Adds frames to those one asks about, or takes them out; none at all means every frame.
void set_interest(State& state, const std::vector<std::string>& frame_ids, bool on);
void ask_for_everything(State& state);  // also for frames that are not met
// Another case: nothing is passed any more.
void restart(State& state);

}  // namespace uwanose::app
