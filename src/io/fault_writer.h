// Faults for other programs: [{"place": "expenses[0].amount_yen", "reason": "must be 0 or more"}].
#pragma once

#include "core/fault.h"
#include "io/json_writer.h"

namespace uwanose::io {

void write_faults(JsonWriter& out, const core::Faults& faults);

}  // namespace uwanose::io
