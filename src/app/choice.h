// What a list to choose from offers. Shared and never changed, so that a long list (municipalities,
// the category of every expense) goes from the form to the page without a copy.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace uwanose::app {

struct Choice {
  std::string value, label;
  std::string group;  // the heading that it stands under with its neighbours; "" none
};
using Choices = std::vector<Choice>;

class SharedChoices {
 public:
  SharedChoices() = default;
  // NOLINTNEXTLINE: a list is given as one, shared or not.
  SharedChoices(std::shared_ptr<const Choices> list) : list_(std::move(list)) {}
  // NOLINTNEXTLINE: likewise.
  SharedChoices(Choices list) : list_(std::make_shared<const Choices>(std::move(list))) {}

  auto begin() const { return get().begin(); }
  auto end() const { return get().end(); }
  std::size_t size() const { return get().size(); }
  bool empty() const { return get().empty(); }
  const Choice& operator[](std::size_t index) const { return get()[index]; }
  bool same_list(const SharedChoices& other) const { return list_ == other.list_; }

 private:
  const Choices& get() const {
    static const Choices none;
    return list_ ? *list_ : none;
  }
  std::shared_ptr<const Choices> list_;
};

}  // namespace uwanose::app
