// A QR code as a picture: on whole device pixels, with its quiet zone.
#pragma once

#include <string_view>

#include "core/qr_code.h"
#include "ui/frame.h"

namespace uwanose::ui {

// As large as the column, but no larger than a window shows at once.
void qr_image(Frame& frame, std::string_view id, std::string_view name, const core::QrCode& code);

}  // namespace uwanose::ui
