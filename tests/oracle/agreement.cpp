#include "oracle/agreement.h"

#include <algorithm>
#include <tuple>

#include "oracle/decline.h"
#include "oracle/known.h"

namespace uwanose::oracle {

namespace {

class Comparison {
 public:
  void same(const std::string& place, const Json& product, const Json& oracle) {
    if (product != oracle) {
      found.answers.push_back(place + ": product " + product.dump() + ", oracle " + oracle.dump());
    }
  }

  void same_figure(const std::string& place, const std::string& key, const Json& product,
                   const Json& oracle) {
    same(place + key, product.value(key, Json("absent")), oracle[key]);
    same(place + key + "_range", product.value(key + "_range", Json("absent")),
         oracle.value(key + "_range", Json("absent")));
  }

  // The oracle names what must be listed and, where it can't tell, what may be.
  void same_missing(const std::string& place, const Json& product, const Json& oracle) {
    const std::set<std::string> listed = product["missing"];
    const std::set<std::string> must = oracle["missing"];
    const std::set<std::string> may =
        oracle.contains("missing_may") ? std::set<std::string>(oracle["missing_may"]) : must;
    for (const std::string& name : must) {
      if (listed.count(name) == 0)
        found.missing.push_back(place + "missing: product lacks " + name);
    }
    for (const std::string& name : listed) {
      if (may.count(name) == 0) found.missing.push_back(place + "missing: product has " + name);
    }
    if (product["missing"] != Json(in_case_order(listed))) {
      found.missing.push_back(place + "missing: product has another order");
    }
  }

  Differences found;
};

Json ids_of(const Json& requirements) {
  Json ids = Json::array();
  for (const auto& [id, verdict] : requirements.items()) ids.push_back(id);
  return ids;
}

// Evidence of the sales decline, of each rule and set worked out once.
class Evidence {
 public:
  explicit Evidence(const Facts& facts) : facts_(facts) {}
  const Json& of(int rule, bool global, bool value_added) {
    const auto [found, is_new] = known_.try_emplace({rule, global, value_added});
    if (is_new) found->second = decline_evidence(facts_, rule, global, value_added);
    return found->second;
  }

 private:
  const Facts& facts_;
  std::map<std::tuple<int, bool, bool>, Json> known_;
};

// Where known months give a triple.
void compare_decline(Comparison& comparison, const Facts& facts, Evidence& evidence,
                     const Json& frame) {
  const auto& round = facts.rounds.at("saikouchiku");
  const std::string id = frame["id"];
  if (!round || !facts.application) return;
  const bool has_round =
      *round <= 5 &&
      (*round >= 3 || (id != "saikouchiku.minimum_wage" && id != "saikouchiku.large_wage_raise"));
  const int rule = has_round && *round <= 2 ? static_cast<int>(*round) : 5;
  for (const Json& requirement : frame["national"]["requirements"]) {
    if (requirement["id"] != "sales_decline") continue;
    const Json& shown = requirement.at("evidence");
    for (const Json* set : {&shown, &shown.at("other")}) {
      if (!set->is_object()) continue;
      const std::string name = set->value("set", "");
      const Json& parts =
          evidence.of(rule, id == "saikouchiku.global_recovery", name == "value_added");
      const std::string place = id + " sales_decline " + name + " ";
      if (!parts.is_array() || parts.size() != (*set)["parts"].size()) {
        comparison.same(place + "parts", (*set)["parts"], parts);
        continue;
      }
      for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].is_null()) continue;
        for (const auto& [key, value] : parts[i].items()) {
          comparison.same(place + std::to_string(i) + "." + key,
                          (*set)["parts"][i].value(key, Json("absent")), value);
        }
      }
    }
  }
}

}  // namespace

Differences differences(const Json& input, const Json& oracle, const Json& assessment) {
  Comparison comparison;
  const Json product = in_oracle_shape(assessment);
  const Facts facts = read_facts(input);
  Evidence evidence(facts);
  comparison.same("frames", product.size(), oracle.size());
  for (std::size_t i = 0; i < std::min(product.size(), oracle.size()); ++i) {
    const Json& ours = product[i];
    const Json& theirs = oracle[i];
    const std::string id = theirs["id"];
    comparison.same("frame id", ours["id"], theirs["id"]);
    comparison.same(id + " verdict", ours["verdict"], theirs["verdict"]);
    for (const char* key : {"eligible_expense_yen", "total_yen", "own_yen"}) {
      comparison.same_figure(id + " ", key, ours, theirs);
    }
    for (const char* part : {"national", "prefectural"}) {
      const std::string place = id + " " + part + " ";
      if (ours[part].is_null() || theirs[part].is_null()) {
        comparison.same(place, ours[part].is_null(), theirs[part].is_null());
        continue;
      }
      comparison.same(place + "verdict", ours[part]["verdict"], theirs[part]["verdict"]);
      comparison.same_figure(place, "yen", ours[part], theirs[part]);
      const Json& requirements = theirs[part]["requirements"];
      comparison.same(place + "requirements", ids_of(ours[part]["requirements"]),
                      ids_of(requirements));
      for (const auto& [name, verdict] : requirements.items()) {
        comparison.same(place + name, ours[part]["requirements"].value(name, Json("absent")),
                        verdict);
      }
      comparison.same_missing(place, ours[part], theirs[part]);
    }
    compare_decline(comparison, facts, evidence, assessment["frames"][i]);
  }
  return comparison.found;
}

}  // namespace uwanose::oracle
