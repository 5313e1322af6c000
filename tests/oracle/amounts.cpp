#include "oracle/amounts.h"

#include <algorithm>

namespace uwanose::oracle {

namespace {

constexpr Int kMan = 10'000;
constexpr Int kOku = 100'000'000;

bool is_saikouchiku(const std::string& frame) { return frame.rfind("saikouchiku.", 0) == 0; }

// An exact expense: numerator over 60, enough for halves (training) and thirds (infection).
constexpr Int kUnit = 60;

Int floor_of(Wide numerator, Wide denominator) { return static_cast<Int>(numerator / denominator); }

// x·p/q with x in sixtieths of a yen.
Int share(Wide x, int p, int q) { return floor_of(x * p, Wide{kUnit} * q); }

// The band p1/q1 up to a subsidy of `edge`, p2/q2 beyond.
Int banded(Wide x, int p1, int q1, Int edge, int p2, int q2) {
  const Wide turn = Wide{edge} * q1 / p1 * kUnit;  // every edge here divides evenly
  if (x <= turn) return share(x, p1, q1);
  return edge + share(x - turn, p2, q2);
}

Int by_head(Int employees, Int upto5, Int upto20, Int beyond) {
  if (employees <= 5) return upto5;
  return employees <= 20 ? upto20 : beyond;
}

}  // namespace

std::string programme_of(const std::string& frame) { return frame.substr(0, frame.find('.')); }

Size size_of(const std::string& kind, Int capital, const std::string& industry, Int employees) {
  Int capital_line = 3 * kOku;
  Int head_line = 300;
  Int small_line = 20;
  if (industry == "wholesale") {
    capital_line = kOku, head_line = 100, small_line = 5;
  } else if (industry == "service") {
    capital_line = 5000 * kMan, head_line = 100, small_line = 5;
  } else if (industry == "retail") {
    capital_line = 5000 * kMan, head_line = 50, small_line = 5;
  } else if (industry == "rubber") {
    head_line = 900;
  } else if (industry == "software") {
    small_line = 5;
  } else if (industry == "ryokan") {
    capital_line = 5000 * kMan, head_line = 200;
  } else if (industry == "entertainment") {
    capital_line = 5000 * kMan, head_line = 100;
  }
  const bool has_capital = kind == "corporation";
  Size size{SizeClass::kLarge, employees <= small_line, employees};
  if (employees <= head_line || (has_capital && capital <= capital_line)) {
    size.size_class = SizeClass::kSme;
  } else if (has_capital ? capital < 10 * kOku : employees <= 2000) {
    size.size_class = SizeClass::kMid;
  }
  return size;
}

bool size_class_fits(const std::string& frame, const Size& size) {
  if (frame == "saikouchiku.graduation") return size.size_class == SizeClass::kSme;
  if (frame == "saikouchiku.global_recovery") return size.size_class == SizeClass::kMid;
  if (is_saikouchiku(frame)) return size.size_class != SizeClass::kLarge;
  if (frame.rfind("jizokuka.", 0) == 0) return size.small;
  return size.size_class == SizeClass::kSme;
}

bool has_top_up(const std::string& frame) {
  return frame != "saikouchiku.global_recovery" && frame != "monozukuri.normal" &&
         frame != "jizokuka.normal" && frame != "it.a" && frame != "it.b";
}

bool round_covered(const std::string& frame, Int round) {
  if (frame == "saikouchiku.minimum_wage" || frame == "saikouchiku.large_wage_raise") {
    return round >= 3 && round <= 5;
  }
  if (is_saikouchiku(frame)) return round >= 1 && round <= 5;
  if (frame == "monozukuri.normal") return round <= 9;
  if (frame == "monozukuri.low_infection") return round >= 5 && round <= 9;
  if (frame == "jizokuka.normal") return true;
  if (frame == "jizokuka.low_infection") return round <= 6;
  return round <= 5;
}

const std::vector<std::string>& all_categories() {
  static const std::vector<std::string> categories = {"building",        "machinery",
                                                      "technology",      "expert",
                                                      "transport",       "cloud",
                                                      "outsourcing",     "intellectual_property",
                                                      "advertising",     "training",
                                                      "overseas_travel", "raw_materials",
                                                      "exhibition",      "travel",
                                                      "development",     "literature",
                                                      "misc_services",   "lease",
                                                      "expert_travel",   "disposal",
                                                      "consignment",     "infection_control",
                                                      "software",        "it_setup",
                                                      "hardware_rental", "personnel",
                                                      "staff_travel",    "real_estate",
                                                      "general_goods"};
  return categories;
}

Treatment treatment_of(const std::string& frame, const std::string& category) {
  const auto listed = [&](std::initializer_list<const char*> names) {
    return std::any_of(names.begin(), names.end(), [&](const char* n) { return category == n; });
  };
  if (is_saikouchiku(frame)) {
    if (category == "training") return Treatment::kTraining;
    if (category == "overseas_travel") {
      return frame == "saikouchiku.graduation" || frame == "saikouchiku.global_recovery"
                 ? Treatment::kOrdinary
                 : Treatment::kNone;
    }
    return listed({"building", "machinery", "technology", "expert", "transport", "cloud",
                   "outsourcing", "intellectual_property", "advertising"})
               ? Treatment::kOrdinary
               : Treatment::kNone;
  }
  if (frame.rfind("monozukuri.", 0) == 0) {
    if (category == "advertising" && frame == "monozukuri.low_infection") {
      return Treatment::kOrdinary;
    }
    return listed({"machinery", "technology", "expert", "transport", "cloud", "outsourcing",
                   "intellectual_property", "raw_materials"})
               ? Treatment::kOrdinary
               : Treatment::kNone;
  }
  if (frame.rfind("jizokuka.", 0) == 0) {
    const bool low = frame == "jizokuka.low_infection";
    if (category == "infection_control") return low ? Treatment::kInfection : Treatment::kNone;
    if (!low && listed({"travel", "expert_travel"})) return Treatment::kOrdinary;
    return listed({"machinery", "expert", "outsourcing", "advertising", "exhibition", "development",
                   "literature", "misc_services", "lease", "disposal", "consignment"})
               ? Treatment::kOrdinary
               : Treatment::kNone;
  }
  const bool rental = frame == "it.c1" || frame == "it.c2" || frame == "it.d";
  if (category == "hardware_rental") return rental ? Treatment::kOrdinary : Treatment::kNone;
  return listed({"cloud", "software", "it_setup"}) ? Treatment::kOrdinary : Treatment::kNone;
}

Amounts amounts_of(const std::string& frame, const Setting& setting, const Sums& sums) {
  const bool sme = setting.size.size_class == SizeClass::kSme;
  const bool mid = setting.size.size_class == SizeClass::kMid;
  const bool small = setting.size.small;
  const Int heads = setting.size.employees;
  const bool early = setting.round <= 2;

  // What counts, in sixtieths.
  Wide eligible = Wide{sums.ordinary} * kUnit;
  eligible += std::min(Wide{sums.training} * kUnit, Wide{sums.ordinary} * (kUnit / 2));
  if (frame == "jizokuka.low_infection") {
    // S_i·4/3, where S_i is the least of E_i·3/4, a share of S_o = E_o·3/4, and a sum.
    const Wide by_rest =
        setting.special ? Wide{sums.ordinary} * kUnit : Wide{sums.ordinary} * (kUnit / 3);
    const Wide by_sum = Wide{setting.special ? 50 : 25} * kMan * kUnit * 4 / 3;
    eligible += std::min({Wide{sums.infection} * kUnit, by_rest, by_sum});
  }

  Int national = 0;
  Int floor = 0;
  Int cap = 0;
  Int top_up = 0;
  if (frame == "saikouchiku.normal") {
    floor = 100 * kMan;
    cap = early         ? (sme ? 6000 : 8000) * kMan
          : heads <= 20 ? 4000 * kMan
          : heads <= 50 ? 6000 * kMan
                        : 8000 * kMan;
    if (sme) national = early ? share(eligible, 2, 3) : banded(eligible, 2, 3, 6000 * kMan, 1, 2);
    if (mid) national = banded(eligible, 1, 2, 4000 * kMan, 1, 3);
    top_up = std::min(500 * kMan, share(eligible, 4, 30));
  } else if (frame == "saikouchiku.graduation") {
    floor = 6000 * kMan + 1;
    cap = kOku;
    if (sme) national = share(eligible, 2, 3);
    top_up = 1000 * kMan;
  } else if (frame == "saikouchiku.global_recovery") {
    floor = 8000 * kMan + 1;
    cap = kOku;
    if (mid) national = share(eligible, 1, 2);
  } else if (frame == "saikouchiku.emergency" || frame == "saikouchiku.minimum_wage") {
    floor = 100 * kMan;
    cap = by_head(heads, 500 * kMan, 1000 * kMan, 1500 * kMan);
    if (sme) national = share(eligible, 3, 4);
    if (mid) national = share(eligible, 2, 3);
    top_up = std::min(by_head(heads, 34 * kMan, 67 * kMan, 100 * kMan), share(eligible, 1, 20));
  } else if (frame == "saikouchiku.large_wage_raise") {
    floor = 8000 * kMan + 1;
    cap = kOku;
    if (heads >= 101 && sme) national = banded(eligible, 2, 3, 6000 * kMan, 1, 2);
    if (heads >= 101 && mid) national = banded(eligible, 1, 2, 4000 * kMan, 1, 3);
    top_up = 2000 * kMan;
  } else if (frame == "monozukuri.normal") {
    floor = 100 * kMan;
    cap = 1000 * kMan;
    if (sme) national = small ? share(eligible, 2, 3) : share(eligible, 1, 2);
  } else if (frame == "monozukuri.low_infection") {
    floor = 100 * kMan;
    cap = 1000 * kMan;
    if (sme) national = share(eligible, 2, 3);
    top_up = std::min(200 * kMan, share(eligible, 4, 30));
  } else if (frame == "jizokuka.normal") {
    cap = 50 * kMan;
    if (small) national = share(eligible, 2, 3);
  } else if (frame == "jizokuka.low_infection") {
    cap = 100 * kMan;
    if (small) national = share(eligible, 3, 4);
    top_up = std::min(20 * kMan, share(eligible, 3, 20));
  } else if (frame == "it.a") {
    floor = 30 * kMan;
    cap = 150 * kMan - 1;
    if (sme) national = share(eligible, 1, 2);
  } else if (frame == "it.b") {
    floor = 150 * kMan;
    cap = 450 * kMan;
    if (sme) national = share(eligible, 1, 2);
  } else {
    floor = frame == "it.c2" ? 300 * kMan : 30 * kMan;
    cap = frame == "it.c1" ? 300 * kMan - 1 : frame == "it.c2" ? 450 * kMan : 150 * kMan;
    if (sme) national = share(eligible, 2, 3);
    top_up = std::min((frame == "it.d" ? 30 : 90) * kMan, share(eligible, 4, 30));
  }

  national = std::min(cap, national);
  if (national < floor || !round_covered(frame, setting.round)) national = 0;
  const bool topped = has_top_up(frame) && sme && setting.nagano && national > 0;
  return {floor_of(eligible, kUnit), national, topped ? top_up : 0};
}

}  // namespace uwanose::oracle
