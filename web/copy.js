// The page as it was delivered, and copies of it with a case inside. A copy is made of the source as
// it was before the first change, so it is the same page again: policy, module and all.

const html = document.documentElement;
const by_id = (id) => document.getElementById(id);
const inside = /(<script type="application\/json" id="case-inside">)[^]*?(<\/script>)/;

// "Save page as" keeps what an earlier run left behind.
function clean() {
  by_id('tree').replaceChildren();
  by_id('licence-details').open = false;
  for (const id of ['status', 'alert', 'boot-note', 'licence-text']) by_id(id).textContent = '';
  by_id('boot').hidden = false;
  by_id('notice').hidden = by_id('pinned').hidden = true;
  by_id('canvas-style').media = 'not all';
  by_id('text-style').media = 'print';
  for (const element of [html, document.body]) {
    for (const { name } of [...element.attributes]) element.removeAttribute(name);
  }
  html.lang = 'ja';
  for (const id of ['stage', 'tree', 'canvas', 'pinned']) by_id(id).removeAttribute('style');
  for (const id of ['canvas', 'pinned']) {
    for (const name of ['width', 'height']) by_id(id).removeAttribute(name);
  }
}

clean();
const pristine = html.cloneNode(true);

// What this copy carries, as text; "" nothing.
export const case_inside = () => by_id('case-inside').textContent.trim();

// Nothing within the case can end its block: no "<" is left in it.
export const copy_with = (json) => `<!doctype html>\n${pristine.outerHTML}\n`.replace(inside,
  (_, open, close) => `${open}${json.trim().replaceAll('<', '\\u003c')}${close}`);
