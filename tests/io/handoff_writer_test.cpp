#include "io/handoff_writer.h"

#include <doctest/doctest.h>

#include "core/sha256.h"
#include "io/assessment_writer.h"
#include "io/case_reader.h"
#include "io/case_writer.h"
#include "io/json_reader.h"
#include "io/support.h"

namespace uwanose::io {
namespace {

// A path of keys, "/" between them; null where there is nothing.
const Value* find(const Value& root, std::string_view path) {
  const Value* at = &root;
  while (at != nullptr && !path.empty()) {
    const std::size_t slash = path.find('/');
    const std::string_view key = path.substr(0, slash);
    path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
    if (at->is(Value::Kind::list)) {
      const auto index = static_cast<std::size_t>(key[0] - '0');
      at = index < at->children.size() ? &at->children[index] : nullptr;
    } else {
      at = at->find(key);
    }
  }
  return at;
}

struct Written {
  std::string text;
  Value json;

  bool has(std::string_view path) const { return find(json, path) != nullptr; }
  std::string text_at(std::string_view path) const {
    const Value* value = find(json, path);
    return value == nullptr ? "(absent)" : value->text;
  }
  std::int64_t number_at(std::string_view path) const {
    const Value* value = find(json, path);
    return value == nullptr ? -1 : value->integer;
  }
};

Written handed_off(std::string_view case_bytes, const std::string& frame,
                   std::string_view time = "2026-11-20T10:00:00+09:00") {
  const rules::RuleBook& book = flyer_book();
  const CaseFile file = read_case(case_bytes, book.catalogue);
  CHECK(lines(file.faults) == Lines{});
  const rules::Assessment assessment = rules::assess(book, *file.value);
  const rules::FrameResult* result = assessment.find(frame);
  REQUIRE(result != nullptr);
  std::string text =
      write_handoff({book, *file.value, assessment, *result, file.extra, time, "1.2.3"});
  JsonDocument json = read_json(text);
  CHECK(lines(json.faults) == Lines{});
  return {std::move(text), std::move(*json.value)};
}

std::string_view sample() { return assets::find("samples/01-factory-met.json"); }

TEST_CASE("hand-off DS-451-1 A票, DS-434: the applicant by the names of the model") {
  const Written made = handed_off(
      case_text(R"("applicant": {"name": "株式会社架空𠮷田", "corporate_number": "8000012010038",
        "kind": "corporation", "head_office": "20201", "industry": "retail", "capital_yen": 5000000,
        "employees": 4}, "forms": {"trade_name_kana": "カクウ", "representative": "髙﨑 花子",
        "established": "2001年4月1日", "postal_code": "380-0000", "address": "長野市",
        "contact_name": "山田", "contact_phone": "026-000-0000", "delegate_name": "架空支援",
        "delegate_number": "8000012010038", "delegate_role": "認定支援機関",
        "industry_code": "58", "fiscal_sales_yen": "52000000", "fiscal_operating_profit_yen": "-5"})"),
      "it.c1");
  CHECK(made.text_at("A票/申請者/legalEntityNumber") == "8000012010038");
  CHECK(made.text_at("A票/申請者/tradeName") == "株式会社架空𠮷田");
  CHECK(made.text_at("A票/申請者/tradeNameKana") == "カクウ");
  CHECK(made.text_at("A票/申請者/categoryOfOrganization") == "株式会社");
  CHECK(made.text_at("A票/申請者/representative/fullName") == "髙﨑 花子");
  CHECK(made.text_at("A票/申請者/dateOfEstablishment") == "2001-04-01");
  CHECK(made.text_at("A票/申請者/registeredAddress/localGovernmentCode") == "202011");
  CHECK(made.text_at("A票/申請者/registeredAddress/postalCode") == "380-0000");
  CHECK(made.number_at("A票/申請者/numberOfEmployee") == 4);
  CHECK(made.number_at("A票/申請者/capital_JPY") == 5'000'000);
  CHECK(made.text_at("A票/宛先/tradeName") == "経済産業省");
  CHECK(made.text_at("A票/連絡先/contactPointPersonsName") == "山田");
  CHECK(made.text_at("A票/委任者/tradeName") == "架空支援");
  CHECK(made.text_at("A票/委任者の役割") == "認定支援機関");
  CHECK_FALSE(made.has("A票/委任内容"));
  CHECK(made.number_at("C票/売上高") == 52'000'000);
  CHECK(made.number_at("C票/営業利益") == -5);
  CHECK_FALSE(made.has("C票/人件費"));
  CHECK(made.text_at("F票/0/業種コード") == "58");
}

TEST_CASE("hand-off: what nobody knows is absent, and what the model requires is listed as open") {
  const Written made = handed_off(case_text(""), "saikouchiku.normal", "");
  CHECK_FALSE(made.has("created"));
  CHECK_FALSE(made.has("A票/連絡先"));
  CHECK_FALSE(made.has("A票/申請者/numberOfEmployee"));
  CHECK_FALSE(made.has("A票/申請者/registeredAddress"));
  CHECK_FALSE(made.has("B票/uwanose/amounts/national/yen"));
  CHECK(made.number_at("B票/uwanose/amounts/national/yen_range/min_yen") == 0);
  CHECK_FALSE(made.has("B票/uwanose/programmes/0/給付上限額"));
  std::string open;
  for (const Value& place : find(made.json, "B票/uwanose/open")->children) open += place.text + ' ';
  CHECK(open ==
        "A票.申請日 A票.連絡先 A票.申請者.legalEntityNumber A票.申請者.tradeName "
        "A票.申請者.tradeNameKana B票.名称 B票.概要 ");
}

TEST_CASE("hand-off: a number that doesn't check is no corporate number, a proprietor needs none") {
  const Written made = handed_off(
      case_text(R"("applicant": {"corporate_number": "1234567890123", "kind": "sole_proprietor",
                   "capital_yen": 5})"),
      "it.a");
  CHECK_FALSE(made.has("A票/申請者/legalEntityNumber"));
  CHECK_FALSE(made.has("A票/申請者/capital_JPY"));
  CHECK(made.text_at("A票/申請者/categoryOfOrganization") == "個人事業主");
  CHECK(made.text_at("B票/uwanose/open/2") == "A票.申請者.tradeName");
}

TEST_CASE(
    "hand-off DS-451-4: nation and prefecture as a pair, caps of the subsidy, rates rounded up") {
  const Written made = handed_off(sample(), "saikouchiku.normal");
  const std::string pair = "B票/uwanose/programmes/";
  CHECK(made.text_at(pair + "0/制度番号") == "saikouchiku.normal");
  CHECK_FALSE(made.has(pair + "0/元制度番号"));
  CHECK(made.text_at(pair + "0/最大補助率") == "66.7");
  CHECK(made.number_at(pair + "0/給付上限額") == 40'000'000);
  CHECK(made.text_at(pair + "1/制度番号") == "nagano_plus_1/saikouchiku.normal");
  CHECK(made.text_at(pair + "1/元制度番号") == "saikouchiku.normal");
  CHECK(made.text_at(pair + "1/制度変更区分") == "1");
  CHECK(made.text_at(pair + "1/制度所管組織") == "長野県");
  CHECK(made.text_at(pair + "1/詳細参照先") ==
        "https://www.pref.nagano.lg.jp/keieishien/corona/kouzou-tenkan.html");
  CHECK(made.text_at(pair + "1/最大補助率") == "13.3");
  CHECK(made.number_at(pair + "1/給付上限額") == 5'000'000);
  const std::string amounts = "B票/uwanose/amounts/";
  CHECK(made.number_at(amounts + "national/yen") == 20'000'000);
  CHECK(made.text_at(amounts + "national/rate/fraction") == "2/3");
  CHECK(made.text_at(amounts + "prefectural/rate/fraction") == "2/15");
  CHECK(made.text_at(amounts + "effective_rate/fraction") == "4/5");
  CHECK(made.text_at(amounts + "effective_rate/percent") == "80.0");
  CHECK(made.has(amounts + "national/trace/1/source/document"));
  CHECK(made.text_at("created") == "2026-11-20T10:00:00+09:00");
  CHECK(made.text_at("B票/更新年月日") == "2026-11-20");
  CHECK(made.text_at("product/version") == "1.2.3");
}

TEST_CASE(
    "hand-off: each verdict has its evidence as in the assessment, and its source by its id") {
  const Written made = handed_off(sample(), "saikouchiku.normal");
  const std::string verdicts = "B票/uwanose/verdicts/";
  CHECK(made.text_at(verdicts + "3/requirement") == "lower_limit");
  CHECK(made.number_at(verdicts + "3/evidence/slack") == 19'000'000);
  CHECK(made.text_at(verdicts + "3/source/document") == "flyer");
  CHECK(made.text_at(verdicts + "4/evidence/parts/0/months/0") == "2020-04");
  CHECK(made.number_at(verdicts + "4/evidence/parts/0/slack_yen") == 4'379'000);
  CHECK(made.number_at(verdicts + "1/evidence/facts/applicant.employees") == 18);
  CHECK(made.text_at(verdicts + "1/source/place") == "中小企業者・中堅企業の定義");
}

TEST_CASE("hand-off: a fixed sum has a cap and no rate; a frame without top-up is no pair") {
  const Written fixed = handed_off(assets::find("samples/09-factory-large-maximum.json"),
                                   "saikouchiku.large_wage_raise");
  CHECK(fixed.number_at("B票/uwanose/programmes/1/給付上限額") == 20'000'000);
  CHECK_FALSE(fixed.has("B票/uwanose/programmes/1/最大補助率"));
  const Written single = handed_off(sample(), "monozukuri.normal");
  CHECK(find(single.json, "B票/uwanose/programmes")->children.size() == 1);
  CHECK_FALSE(single.has("B票/uwanose/amounts/prefectural"));
}

TEST_CASE("hand-off: case and assessment stand in it to the byte, and come out again") {
  const rules::RuleBook& book = flyer_book();
  const std::string text = case_text(
      R"("applicant": {"name": "</script>髙﨑𠮷", "fax": 1}, "forms": {"plan_name": "計画"})");
  const CaseFile file = read_case(text, book.catalogue);
  const Written made = handed_off(text, "saikouchiku.normal");
  const std::string as_written = write_case(*file.value, book.catalogue, file.extra);
  const std::string assessed =
      write_assessment(rules::assess(book, *file.value), book, *file.value);
  const auto without_end = [](const std::string& json) { return json.substr(0, json.size() - 1); };
  CHECK(made.text.find("\"case\": " + without_end(as_written)) != std::string::npos);
  CHECK(made.text.find("\"assessment\": " + without_end(assessed)) != std::string::npos);
  CHECK(made.text_at("B票/uwanose/assessment_sha256") == core::sha256_hex(assessed));
  const CaseFile again = read_case_within(made.text, book.catalogue);
  CHECK(lines(again.faults) == Lines{});
  CHECK(write_case(*again.value, book.catalogue, again.extra) == as_written);
}

TEST_CASE("hand-off: one that lacks its case is refused") {
  const CaseFile file =
      read_case_within(R"({"format": "uwanose-handoff", "B票": []})", shipped_catalogue());
  CHECK_FALSE(file.value);
  CHECK(lines(file.faults).size() == 1);
}

}  // namespace
}  // namespace uwanose::io
