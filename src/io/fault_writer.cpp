#include "io/fault_writer.h"

namespace uwanose::io {

void write_faults(JsonWriter& out, const core::Faults& faults) {
  out.begin_list();
  for (const core::Fault& fault : faults) {
    out.begin_object();
    out.member("place", fault.place);
    out.member("reason", fault.reason);
    out.end_object();
  }
  out.end_list();
}

}  // namespace uwanose::io
