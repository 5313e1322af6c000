#include "platform/headless/headless_platform.h"

namespace uwanose::platform {

void HeadlessPlatform::publish(const ui::NodeList& new_nodes, float height) {
  nodes = new_nodes;
  document_height = height;
}

void HeadlessPlatform::announce(std::string_view text, bool assertive) {
  announcements.push_back({std::string(text), assertive});
}

void HeadlessPlatform::save_file(std::string_view name, std::string_view mime,
                                 std::string_view bytes) {
  saved.push_back({std::string(name), std::string(mime), std::string(bytes)});
}

void HeadlessPlatform::save_copy(std::string_view name, std::string_view case_json) {
  copies.push_back({std::string(name), "text/html", std::string(case_json)});
}

void HeadlessPlatform::tell_embedder(std::string_view type, std::string_view json) {
  told.push_back(std::string(type) + " " + std::string(json));
}

bool HeadlessPlatform::keep(std::string_view text) {
  if (storage_works) stored = text;
  return storage_works;
}

}  // namespace uwanose::platform
