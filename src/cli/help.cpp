#include "cli/help.h"

namespace uwanose::cli {

std::string_view help_text() {
  return R"(うわのせ試算 — 国の補助金と県の上乗せを、要件と金額で試算します
uwanose — national subsidies for SMEs and their prefectural top-up: eligible or not, and how much

uwanose assess CASE.json            判定と金額をJSONで出力    the assessment, as JSON
uwanose explain CASE.json           理由と計算を文章で表示    why and how much, for a person
uwanose batch CASES.jsonl           1行1件をまとめて判定      one case and one assessment a line
uwanose handoff CASE.json           引き渡しファイル(JSON)    the hand-off, for clerks and consultants
uwanose csv CASE.json               表計算用のCSVを出力       a table for spreadsheets
uwanose programmes [PACK.json …]    制度の一覧と規則の検査    list the programmes, check rule packs
uwanose --help, --version

  -                  標準入力から読む                     read standard input
  --compact          1行のJSONで出力                      JSON on one line
  --rules PACK.json  規則ファイルを加える                 add a rule pack
  --programme ID     収録済みの制度を加える               add a shipped programme
  --lang ja|en       説明の言語(初期値 ja)                language of explanations (ja)
  --frame ID         handoff: 申請する枠(初期値 最も有利)  the frame that is applied for (the best)
  --time TIME        handoff: 作成した日時                the moment of writing, as ISO 8601
  --table NAME       csv: months, expenses, frames        which table (months)

終了コード / exit status: 0 done; 2 the input is wrong, with one line per fault on standard error
; 1 the output could not be written.
結果は要件を確かめられる範囲の試算で、採択や交付を約束するものではありません。
A verdict is about what a form can check; it is no award.
)";
}

}  // namespace uwanose::cli
