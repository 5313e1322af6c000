#include <algorithm>
#include <string>
#include <vector>

#include "ui/fields.h"
#include "ui/pages/parts.h"
#include "ui/table.h"

namespace uwanose::ui {
namespace {

constexpr std::size_t most = 200;  // lines of a list on show at all
// Changes in sight without asking for more, so that the buttons are not far below.
std::size_t seen_at_first(const PageView& view) {
  return view.screen.shape == Shape::wide ? 12 : 5;
}

void build_question(PageView& view, const app::Question& question) {
  std::vector<Option> options;
  for (const app::Choice& choice : question.choices)
    options.push_back({choice.value, choice.label});
  const std::string id = "import." + question.id;
  if (const std::string* chosen = select(view.frame, {.id = id,
                                                      .label = question.label,
                                                      .value = question.value,
                                                      .options = options,
                                                      .hint = question.help,
                                                      .width = 26}))
    app::answer_import(view.state, question.id, *chosen);
  view.frame.gap(1);
}

void build_changes(PageView& view, const std::string& id, std::string_view caption,
                   std::size_t from, std::size_t to) {
  Table table(view.frame, id, caption,
              {{std::string(view.words("import.field")), 12, 2, false},
               {std::string(view.words("import.before")), 8, 1, true},
               {std::string(view.words("import.after")), 8, 1, true}});
  for (std::size_t i = from; i < to; ++i) {
    const app::Change& change = view.proposal->changes[i];
    table.row(std::to_string(i), change.label);
    table.words(change.before, {.align_right = true});
    table.words(change.after, {.weight = Weight::bold, .align_right = true});
  }
}

void build_all_changes(PageView& view) {
  const std::size_t all = view.proposal->changes.size();
  if (all == 0) return;
  const std::size_t at_first = seen_at_first(view);
  Frame& frame = view.frame;
  build_changes(view, "import.changes", view.words("import.changes", {std::to_string(all)}), 0,
                std::min(all, at_first));
  if (all <= at_first) return;
  frame.gap(0.5f);
  if (!disclosure(frame, "import.all", view.words("import.show_all"))) return;
  build_changes(view, "import.rest", view.words("import.show_all"), at_first, std::min(all, most));
  if (all > most)
    paragraph(frame, "import.more", view.words("import.more", {std::to_string(all - most)}));
}

void build_refused(PageView& view) {
  const auto& refused = view.proposal->refused;
  if (refused.empty()) return;
  Frame& frame = view.frame;
  frame.gap(0.75f);
  paragraph(frame, "import.refused", view.words("import.refused", {std::to_string(refused.size())}),
            {.weight = Weight::bold, .colour = frame.theme().error});
  const Container list(frame, Role::list, "import.refused.list");
  for (std::size_t i = 0; i < std::min(refused.size(), most); ++i)
    list_item(
        frame, "import.refused." + std::to_string(i),
        view.words("import.refused_cell", {refused[i].place, refused[i].text, refused[i].reason}));
}

}  // namespace

void build_import(PageView& view) {
  if (view.proposal == nullptr) return;
  Frame& frame = view.frame;
  const app::Proposal& proposal = *view.proposal;
  {
    const Box box(frame, {frame.theme().primary_soft, frame.theme().primary, 1, 6});
    const Section section(frame, "import", proposal.title);
    for (std::size_t i = 0; i < proposal.remarks.size(); ++i)
      paragraph(frame, "import.remark." + std::to_string(i), proposal.remarks[i]);
    frame.gap(0.75f);
    for (const app::Question& question : proposal.questions) build_question(view, question);
    build_all_changes(view);
    build_refused(view);
    frame.gap(1);
    Flow flow(frame);
    if (button_in(frame, flow,
                  {.id = "import.accept",
                   .label = view.words("import.accept"),
                   .look = ButtonLook::primary,
                   .disabled = !proposal.next}))
      app::accept_import(view.state);
    else if (button_in(frame, flow, {.id = "import.decline", .label = view.words("confirm.no")}))
      app::decline_import(view.state);
  }
  frame.gap(1);
}

}  // namespace uwanose::ui
