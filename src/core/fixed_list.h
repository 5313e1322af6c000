// A list of at most N elements that needs no allocation: for the few parts of a small whole.
#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <utility>

namespace uwanose::core {

template <class T, std::size_t N>
class FixedList {
 public:
  // Precondition: size() < N.
  void push_back(T value) {
    assert(size_ < N);
    elements_[size_++] = std::move(value);
  }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  T& operator[](std::size_t i) { return elements_[i]; }
  const T& operator[](std::size_t i) const { return elements_[i]; }
  T* begin() { return elements_.data(); }
  T* end() { return elements_.data() + size_; }
  const T* begin() const { return elements_.data(); }
  const T* end() const { return elements_.data() + size_; }

 private:
  std::array<T, N> elements_{};
  std::size_t size_ = 0;
};

}  // namespace uwanose::core
