# Writes OUT, a C++ source with every file that assets/ ships inside the program.
# cmake -DROOT=…/assets -DOUT=….cpp [-DLEAVE_OUT=regex of paths] [-DCOMPACT=file] -P embed.cmake
# COMPACT: the compact form of the rules, which goes in as "rules/compact".
file(GLOB files RELATIVE ${ROOT} ${ROOT}/data/*.json ${ROOT}/rules/*.json ${ROOT}/samples/*.json
     ${ROOT}/sheets/*.json ${ROOT}/strings/*.json)
if(LEAVE_OUT)
  list(FILTER files EXCLUDE REGEX "${LEAVE_OUT}")
endif()
if(COMPACT)
  list(APPEND files rules/compact)
endif()
list(SORT files)
list(LENGTH files count)

set(source "#include \"assets/assets.h\"\n\n#include <array>\n\nnamespace uwanose::assets {\n\nusing namespace std::literals;\n\n")
string(APPEND source "std::span<const File> all() {\n  static constexpr std::array<File, ${count}> files{{\n")
foreach(file IN LISTS files)
  if(file STREQUAL "rules/compact")
    file(READ "${COMPACT}" bytes HEX)
    string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${bytes}")
    string(APPEND source "      {\"${file}\", \"${bytes}\"sv},\n")
  else()
    file(READ "${ROOT}/${file}" bytes)
    string(APPEND source "      {\"${file}\", R\"embedded(${bytes})embedded\"},\n")
  endif()
endforeach()
string(APPEND source "  }};\n  return files;\n}\n\n}  // namespace uwanose::assets\n")
file(WRITE "${OUT}" "${source}")
