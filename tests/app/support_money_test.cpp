#include "app/support_money.h"

#include <algorithm>

#include "app/answer.h"
#include "app/flow.h"
#include "app/flow_page.h"
#include "app/form.h"
#include "app/page_state.h"
#include "io/case_reader.h"
#include "io/case_writer.h"

namespace uwanose::app {

namespace {

bool warns(const State& state, std::string_view words) {
  const Answer answer = make_answer(state);
  const auto& cautions = answer.frames.at(answer.shown).cautions;
  return std::any_of(cautions.begin(), cautions.end(), [&](const CautionText& caution) {
    return caution.text.find(words) != std::string::npos;
  });
}

}  // namespace

TEST_CASE("flyer A13 協力金: asked where the sales begin, nothing chosen at first") {
  State state = page();
  const Form form = make_form(state);
  const Field* field = form.find("monthly.support");
  REQUIRE(field != nullptr);
  CHECK(field->value.empty());
  CHECK_FALSE(field->known);
  CHECK(field->choices->size() == 3);
  CHECK(make_form(page({"it.a"})).find("monthly.support") == nullptr);
}

TEST_CASE("flyer A13 協力金: included or unknown is a caution of every frame that looks at sales") {
  State state = firm();
  const auto before = make_answer(state).frames.at(0).total.text;
  CHECK_FALSE(warns(state, "信頼できません"));
  commit(state, "monthly.support", "included");
  CHECK(warns(state, "判定は信頼できません"));
  CHECK_FALSE(make_form(state).find("monthly.support")->caution.empty());
  CHECK(make_answer(state).frames.at(0).total.text == before);
  commit(state, "monthly.support", "unknown");
  CHECK(warns(state, "帳簿で確かめてください"));
  commit(state, "monthly.support", "without");
  CHECK_FALSE(warns(state, "帳簿で確かめてください"));
  CHECK(make_form(state).find("monthly.support")->caution.empty());
  undo(state);
  CHECK(warns(state, "帳簿で確かめてください"));

  State it = page({"it.a"});
  commit(it, "monthly.support", "included");
  CHECK_FALSE(warns(it, "信頼できません"));
}

TEST_CASE("flyer A13 協力金: no figure of the case changes, and the answer is saved with it") {
  State state = page();
  commit(state, "monthly.2021-01.sales_yen", "5,000,000");
  commit(state, "monthly.support", "included");
  CHECK(state.facts().monthly.at(0).sales_yen == 5'000'000);
  const auto file =
      io::read_case(io::write_case(state.facts(), state.catalogue()), state.catalogue());
  REQUIRE(file.value);
  CHECK(support_of(*file.value) == "included");
  CHECK(file.warnings.empty());
}

TEST_CASE("flyer A13 協力金: only the three answers count") {
  State state = page();
  commit(state, "monthly.support", "maybe");
  CHECK(support_of(state.facts()).empty());
  CHECK_FALSE(state.unsaved());
}

TEST_CASE("flow: before the first sales comes the question what they hold, once") {
  State state = page();
  set_mode(state, Mode::step);
  const auto open = open_questions(state);
  const auto at = [&](std::string_view id) {
    return std::find_if(open.begin(), open.end(),
                        [&](const OpenQuestion& question) { return question.id == id; }) -
           open.begin();
  };
  CHECK(at("monthly.support") + 1 == at("monthly.sales_yen.2019"));
  visit(state, "monthly.support");
  CHECK(make_flow_page(state, make_form(state)).fields.at(0).choices->size() == 3);
  leave_open(state);
  CHECK(support_of(state.facts()) == "unknown");
  for (const OpenQuestion& question : open_questions(state))
    CHECK(question.id != "monthly.support");
}

}  // namespace uwanose::app
