# Writes OUT, a C++ source with every file that assets/ ships inside the program.
# cmake -DROOT=…/assets -DOUT=….cpp [-DLEAVE_OUT=regex of paths] -P embed.cmake
file(GLOB files RELATIVE ${ROOT} ${ROOT}/data/*.json ${ROOT}/rules/*.json ${ROOT}/samples/*.json
     ${ROOT}/sheets/*.json ${ROOT}/strings/*.json)
list(SORT files)
if(LEAVE_OUT)
  list(FILTER files EXCLUDE REGEX "${LEAVE_OUT}")
endif()
list(LENGTH files count)

set(source "#include \"assets/assets.h\"\n\n#include <array>\n\nnamespace uwanose::assets {\n\n")
string(APPEND source "std::span<const File> all() {\n  static constexpr std::array<File, ${count}> files{{\n")
foreach(file IN LISTS files)
  file(READ "${ROOT}/${file}" bytes)
  string(APPEND source "      {\"${file}\", R\"embedded(${bytes})embedded\"},\n")
endforeach()
string(APPEND source "  }};\n  return files;\n}\n\n}  // namespace uwanose::assets\n")
file(WRITE "${OUT}" "${source}")
