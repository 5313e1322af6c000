// The amount tables of the fifteen frames for complete facts, in exact integers, and the size
// classes. Source: the flyer and the call texts as the rule book quotes them.
#pragma once

#include <array>

#include "oracle/facts.h"

namespace uwanose::oracle {

inline constexpr std::array<const char*, 15> kFrames = {"saikouchiku.normal",
                                                        "saikouchiku.graduation",
                                                        "saikouchiku.global_recovery",
                                                        "saikouchiku.emergency",
                                                        "saikouchiku.minimum_wage",
                                                        "saikouchiku.large_wage_raise",
                                                        "monozukuri.normal",
                                                        "monozukuri.low_infection",
                                                        "jizokuka.normal",
                                                        "jizokuka.low_infection",
                                                        "it.a",
                                                        "it.b",
                                                        "it.c1",
                                                        "it.c2",
                                                        "it.d"};

enum class SizeClass { kSme, kMid, kLarge };

// "saikouchiku" of "saikouchiku.normal".
std::string programme_of(const std::string& frame);

struct Size {
  SizeClass size_class;
  bool small;
  Int employees;
};
Size size_of(const std::string& kind, Int capital, const std::string& industry, Int employees);

bool size_class_fits(const std::string& frame, const Size& size);
bool has_top_up(const std::string& frame);
// The prefecture covers the same rounds as the nation wherever there is a top-up.
bool round_covered(const std::string& frame, Int round);

// How a frame treats an expense category.
enum class Treatment { kNone, kOrdinary, kTraining, kInfection };
Treatment treatment_of(const std::string& frame, const std::string& category);
const std::vector<std::string>& all_categories();

// Sums of a case's expenses by treatment.
struct Sums {
  Int ordinary = 0;
  Int training = 0;
  Int infection = 0;
};

struct Setting {
  Size size;
  Int round;
  bool special;  // special measure for infection control
  bool nagano;
};

struct Amounts {
  Int eligible;  // rounded down
  Int national;
  Int prefectural;
};
Amounts amounts_of(const std::string& frame, const Setting& setting, const Sums& sums);

}  // namespace uwanose::oracle
