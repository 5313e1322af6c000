// What a field is called where it stands alone: 「2021年1月 売上高」, 「経費2 金額」.
#pragma once

#include <string>
#include <string_view>

#include "app/keys.h"
#include "app/strings.h"

namespace uwanose::app {

std::string field_label(const Words& words, const rules::Catalogue& catalogue,
                        const std::vector<RowId>& rows, std::string_view key);

// The headers of rows, and what a cell is called in its row.
std::string year_header(const Words& words, int year);
std::string expense_header(const Words& words, const std::vector<RowId>& rows, RowId row);
std::string cell_label(const Words& words, const std::string& row, const std::string& column);

}  // namespace uwanose::app
