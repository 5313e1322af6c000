// Links, copies and the embedding page: what is asked of the machine, and when.
#include "app/share.h"

#include <doctest/doctest.h>

#include "app/page_state.h"

namespace uwanose::app {

TEST_CASE("share: a copy is a file with the date and 試算 in its name, and counts as saved") {
  State state = page();
  state.today = "2026-11-20";
  type(state, {{"applicant.employees", "18"}});
  CHECK(state.unsaved());
  take_effects(state);
  save_copy(state);
  CHECK_FALSE(state.unsaved());
  CHECK(drained(state, Effect::Kind::save_copy) == "うわのせ試算_2026-11-20.html");
  CHECK(state.notice.key == "notice.copy_saved");
  type(state, {{"applicant.employees", "many"}});
  save_copy(state);
  CHECK(state.notice == Message{"notice.saved_without", {"1"}});
}

TEST_CASE("share: a link is of the entries as they were when it was asked for") {
  State state = page();
  type(state, {{"applicant.employees", "18"}});
  take_effects(state);
  make_link(state);
  CHECK(take_effects(state) == std::vector{Effect{Effect::Kind::make_link, "", false}});
  CHECK(current_link(state).empty());
  take_link(state, "https://example.org/#case=abc");
  CHECK(current_link(state) == "https://example.org/#case=abc");
  CHECK(drained(state, Effect::Kind::focus) == "share.link.copy");
  copy_link(state);
  CHECK(drained(state, Effect::Kind::copy) == "https://example.org/#case=abc");
  CHECK(state.notice.key == "notice.link_copied");

  type(state, {{"applicant.employees", "19"}});
  CHECK(current_link(state).empty());
  take_effects(state);
  copy_link(state);
  CHECK(take_effects(state).empty());
  undo(state);
  CHECK(current_link(state) == "https://example.org/#case=abc");
}

TEST_CASE("share: a link that was asked for with another choice is not taken") {
  State state = page();
  set_anonymous(state, false);
  make_link(state);
  set_anonymous(state, true);
  take_link(state, "https://example.org/#case=abc");
  CHECK(current_link(state).empty());
  make_link(state);
  take_link(state, "https://example.org/#case=abd");
  CHECK_FALSE(current_link(state).empty());
}

TEST_CASE("share: no link where there is too much, or none could be made") {
  State state = page();
  for (const std::string& link : {std::string(), std::string(longest_link + 1, 'a')}) {
    make_link(state);
    take_link(state, link);
    CHECK(current_link(state).empty());
    CHECK(state.notice.key == "notice.link_too_long");
  }
}

TEST_CASE("share: without identity there is no text but the names of expenses") {
  State state = firm();
  rules::Case facts = state.facts();
  facts.form_texts["contact.name"] = "見本";
  const rules::Case rest = without_identity(facts);
  CHECK(rest.texts.empty());
  CHECK(rest.form_texts.empty());
  CHECK(rest.expenses->front().item == "CNC旋盤");
  CHECK(rest.monthly.size() == facts.monthly.size());
  CHECK(rest.scalar(*state.catalogue().find("applicant.employees")) ==
        facts.scalar(*state.catalogue().find("applicant.employees")));
}

TEST_CASE("share: the code for phones says the link in digits") {
  const auto code = qr_of_link("https://example.org/#case=Az09-_");
  REQUIRE(code);
  const core::QrPart same[] = {{core::QrPart::Kind::bytes, "https://example.org/#case10="},
                               {core::QrPart::Kind::digits, "005152616263"}};
  CHECK(code->modules == core::make_qr_code(same)->modules);
  CHECK_FALSE(qr_of_link("https://example.org/"));
  CHECK_FALSE(qr_of_link("https://example.org/#case=a b"));
  CHECK(qr_of_link("https://example.org/#case=" + std::string(1140, 'a')));
  CHECK_FALSE(qr_of_link("https://example.org/#case=" + std::string(1240, 'a')));
}

TEST_CASE("embedding: told of what the other site gave, and of the rest only when permitted") {
  State state = page();
  CHECK_FALSE(may_tell_embedder(state));
  permit_embedding(state, true);
  CHECK_FALSE(may_tell_embedder(state));  // nobody asked
  permit_embedding(state, false);
  embed(state, "https://example.org");
  CHECK_FALSE(may_tell_embedder(state));
  state.embedding.given = state.document;
  CHECK(may_tell_embedder(state));
  type(state, {{"applicant.employees", "18"}});
  CHECK_FALSE(may_tell_embedder(state));
  permit_embedding(state, true);
  CHECK(may_tell_embedder(state));
}

}  // namespace uwanose::app
