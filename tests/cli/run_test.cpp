#include "cli/run.h"

#include <doctest/doctest.h>

#include <cerrno>
#include <sstream>
#include <string>
#include <vector>

#include "assets/assets.h"

namespace uwanose::cli {
namespace {

struct Result {
  int status = 0;
  std::string out, err;
};

Result run_with(const std::vector<std::string_view>& words, const std::string& input) {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  const int status = run(words, "1.2.3", {in, out, err});
  return {status, out.str(), err.str()};
}

const std::string good =
    R"({"format": "uwanose-case", "version": 1, "applicant": {"employees": 5}})";
const std::string bad =
    R"({"format": "uwanose-case", "version": 1, "expenses": [{}, {}, {"amount_yen": -1}]})";

TEST_CASE("run: version and help") {
  CHECK(run_with({"--version"}, "").out == "uwanose 1.2.3\n");
  CHECK(run_with({"--help"}, "").out.find("uwanose batch CASES.jsonl") != std::string::npos);
}

TEST_CASE("run: usage faults leave with 2") {
  const Result result = run_with({"asess", "-"}, good);
  CHECK(result.status == wrong_input);
  CHECK(result.out.empty());
  CHECK(result.err ==
        "uwanose: unknown command \"asess\"; did you mean \"assess\"?\n"
        "uwanose --help tells what there is\n");
}

TEST_CASE("run: faults of a case, one line each, and nothing else") {
  for (const std::string_view command : {"assess", "explain"}) {
    const Result result = run_with({command, "-"}, bad);
    CHECK(result.status == wrong_input);
    CHECK(result.out.empty());
    CHECK(result.err == "expenses[2].amount_yen: must be 0 or more\n");
  }
}

TEST_CASE("run: a file that cannot be read") {
  const Result result = run_with({"assess", "/nowhere/case.json"}, "");
  CHECK(result.status == wrong_input);
  CHECK(result.err == "/nowhere/case.json: cannot be read: No such file or directory\n");
  CHECK(run_with({"batch", "/nowhere"}, "").err ==
        "/nowhere: cannot be read: No such file or directory\n");
  CHECK(run_with({"assess", "-", "--rules", "/nowhere"}, good).err ==
        "/nowhere: cannot be read: No such file or directory\n");
}

TEST_CASE("run: an unknown field is a warning") {
  const Result result =
      run_with({"assess", "-", "--compact"},
               R"({"format": "uwanose-case", "version": 1, "applicant": {"employes": 5}})");
  CHECK(result.status == done);
  CHECK(result.err ==
        "warning: applicant.employes: unknown field, kept as it is; did you mean \"employees\"?\n");
}

TEST_CASE("run: batch goes on behind what is wrong, in order") {
  const Result result =
      run_with({"batch", "-"}, good + "\n\n" + bad + "\n \r\n[1,\n" + good + "\r\n" + good);
  CHECK(result.status == wrong_input);
  CHECK(result.err ==
        "line 3: expenses[2].amount_yen: must be 0 or more\n"
        "line 5: column 4: not JSON: unexpected end of input; expected '[', '{', or a literal\n");
  const std::string one = run_with({"assess", "--compact", "-"}, good).out;
  CHECK(result.out == one + one + one);
}

TEST_CASE("run: batch reads lines of any length") {
  const std::string spaces(200'000, ' ');
  const std::string one = run_with({"batch", "-"}, good).out;
  CHECK(run_with({"batch", "-"}, good + spaces + "\n" + spaces + good).out == one + one);
  // Exactly as long as the piece that is read at once, with and without an end.
  for (const std::size_t length : {65'534u, 65'535u, 65'536u, 131'070u}) {
    const std::string line = good + std::string(length - good.size(), ' ');
    CHECK(run_with({"batch", "-"}, line).out == one);
    CHECK(run_with({"batch", "-"}, line + "\n" + line + "\n").out == one + one);
  }
}

TEST_CASE("run: the flyer's frames alone, others only when they are asked for") {
  const auto rules_of = [](const Result& result) {
    return result.out.substr(0, result.out.find("\"frames\""));
  };
  const std::string flyer = rules_of(run_with({"assess", "-", "--compact"}, good));
  CHECK(flyer.find("nagano_plus_1") != std::string::npos);
  CHECK(flyer.find("nagano_energy") == std::string::npos);
  const std::string by_pack =
      rules_of(run_with({"assess", "-", "--compact", "--programme", "nagano_energy"}, good));
  CHECK(by_pack.find("nagano_plus_1") < by_pack.find("nagano_energy"));
  CHECK(rules_of(run_with({"assess", "-", "--compact", "--programme=nagano_energy.cost"}, good)) ==
        by_pack);
  const Result unknown = run_with({"assess", "-", "--programme", "nagano_enrgy"}, good);
  CHECK(unknown.status == wrong_input);
  CHECK(unknown.err ==
        "--programme nagano_enrgy: no such programme; did you mean \"nagano_energy\"? (uwanose "
        "programmes lists them)\n");
}

TEST_CASE("run: facts of a shipped pack are known without its frames") {
  const std::string input =
      R"({"format": "uwanose-case", "version": 1, "programmes": {"nagano_energy": {"solar_kw": 5}}})";
  const Result result = run_with({"assess", "-"}, input);
  CHECK(result.status == wrong_input);
  CHECK(result.err ==
        "programmes.nagano_energy.solar_kw: must be a decimal written as text, such as \"12.5\"\n");
}

TEST_CASE("run: programmes lists, checks, and names what is wrong") {
  const Result list = run_with({"programmes"}, "");
  CHECK(list.status == done);
  for (const char* words : {"nagano_plus_1  ", "it.c2 ", "nagano_energy.cost", "gyomukaizen.r8"}) {
    CHECK(list.out.find(words) != std::string::npos);
  }
  const std::string pack(assets::find("rules/nagano_energy.json"));
  const Result one = run_with({"programmes", "-", "--lang", "en"}, pack);
  CHECK(one.status == done);
  CHECK(one.out.starts_with("nagano_energy  "));
  const Result wrong = run_with({"programmes", "-"}, "{}");
  CHECK(wrong.status == wrong_input);
  CHECK(wrong.out.empty());
  CHECK(wrong.err.starts_with("-: format: is missing\n"));
}

TEST_CASE("run: explain says it in both languages") {
  const Result ja = run_with({"explain", "-"}, good);
  CHECK(ja.status == done);
  CHECK(ja.out.find("まだ判定できません") != std::string::npos);
  const Result en = run_with({"explain", "-", "--lang", "en"}, good);
  CHECK(en.out.find("Not yet decided") != std::string::npos);
  CHECK(en.out.find("まだ") == std::string::npos);
}

TEST_CASE("run: explain shows what the page shows, of every frame, the best first") {
  const std::string sample(assets::find("samples/02-workshop-missed-by-a-hair.json"));
  REQUIRE_FALSE(sample.empty());
  const std::string text = run_with({"explain", "-"}, sample).out;
  for (const std::string words :
       {"== 枠の比較（有利な順）\n", "== 事業再構築補助金 通常枠  saikouchiku.normal\n",
        "    国の補助                         10,000,000円\n",
        "    国と県の合計                     12,000,000円\n",
        "  事業再構築補助金 通常枠\n"
        "      満たさない要件: 売上高などの減少（あと3,000円低ければ満たします）\n",
        "    国の上限額に届く経費             60,000,000円\n",
        "    いま経費を1円増やすと増える補助  4/5円（80.0%）\n",
        "    満たさない        売上高などの減少\n"
        "                      あと3,000円低ければ満たします\n",
        "27,003,000円", "満たす上限は27,000,000円", "この場合は不要です。",
        "    通常枠なら合計12,000,000円、自己負担3,000,000円です（要件を満たさない）。\n",
        "== どの枠にも共通する注意\n", "この制度の受付は終わっています。"}) {
    CHECK_MESSAGE(text.find(words) != std::string::npos, words);
  }
  CHECK(text.find("== ものづくり・商業・サービス補助金 通常枠") <
        text.find("== 事業再構築補助金 通常枠"));
  // Names of cautions are for machines.
  CHECK(text.find("not_an_award") == std::string::npos);
}

TEST_CASE("run: explain names what is missing, what settles most first") {
  const std::string text = run_with({"explain", "-"}, good).out;
  CHECK(text.find("    使う予定の経費（26）、事業再構築補助金の公募回（17）、") !=
        std::string::npos);
}

// A reader that goes away, or a disk that is full.
class NoSink : public std::streambuf {
 public:
  explicit NoSink(int error) : error_(error) {}

 private:
  int_type overflow(int_type /*c*/) override {
    errno = error_;
    return traits_type::eof();
  }
  int error_;
};

TEST_CASE("run: a closed pipe ends it quietly, a full disk is told") {
  for (const std::string_view command : {"assess", "batch"}) {
    std::istringstream in(good + "\n");
    std::ostringstream err;
    NoSink closed(EPIPE);
    std::ostream pipe(&closed);
    const std::vector<std::string_view> words{command, "-"};
    CHECK(run(words, "1", {in, pipe, err}) == done);
    CHECK(err.str().empty());

    std::istringstream again(good + "\n");
    NoSink full(ENOSPC);
    std::ostream disk(&full);
    CHECK(run(words, "1", {again, disk, err}) == output_failed);
    CHECK(err.str() == "uwanose: the output cannot be written: No space left on device\n");
  }
}

}  // namespace
}  // namespace uwanose::cli
