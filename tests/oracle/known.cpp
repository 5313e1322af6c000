#include "oracle/known.h"

#include <fstream>
#include <stdexcept>

namespace uwanose::oracle {

std::vector<Json> known_cases(const std::string& name) {
  std::ifstream file(std::string(UWANOSE_SOURCE_DIR) + "/tests/data/known/" + name + ".jsonl");
  std::vector<Json> cases;
  for (std::string line; std::getline(file, line);) cases.push_back(Json::parse(line));
  if (cases.empty()) throw std::runtime_error("no known cases in " + name);
  return cases;
}

Json in_oracle_shape(const Json& assessment) {
  Json frames = assessment.at("frames");
  for (Json& frame : frames) {
    for (const char* part : {"national", "prefectural"}) {
      if (frame.at(part).is_null()) continue;
      Json verdicts = Json::object();
      for (const Json& requirement : frame[part].at("requirements")) {
        verdicts[requirement.at("id").get<std::string>()] = requirement.at("verdict");
      }
      frame[part]["requirements"] = verdicts;
    }
  }
  return frames;
}

const Json& frame_named(const Json& frames, const std::string& id) {
  for (const Json& frame : frames) {
    if (frame.at("id") == id) return frame;
  }
  throw std::runtime_error("no frame " + id);
}

}  // namespace uwanose::oracle
