// A second opinion on the flyer's fifteen frames, written from the rule book and the contract
// alone, to be compared with the product.
//
// Plain on purpose: tables in code, integers, no rule pack, nothing shared with src/. Where facts
// are missing it tries completions instead of reasoning about intervals:
//   size class, amounts   every combination of one representative per interval between thresholds
//                         (kind × capital × industry × employees × round × head office × special
//                         measure × treatment of an unknown category × a grid of amounts)
//   own_yen               its least value by branch and bound over the unknown expense: the total
//                         never falls when an expense grows, which bounds a whole interval
//   plan                  a grid of values around the critical ones, for each possible N
//   falls of sales        pairs of complete worlds as witnesses (decline.h)
//
// The output has the frames in order: id, verdict, eligible_expense_yen, national{verdict, yen,
// requirements: id → verdict, missing}, prefectural or null, total_yen, own_yen; beside a null
// figure stands …_range. `missing` holds what must be named; `missing_may`, only where it differs,
// what may be named.
#pragma once

#include "oracle/facts.h"

namespace uwanose::oracle {

Json assess(const Json& input);

}  // namespace uwanose::oracle
