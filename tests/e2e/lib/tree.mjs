// The accessibility tree that the browser gives to screen readers, in words: a line for each thing
// that is said, indented by what it is part of.

const silent = new Set(['generic', 'none', 'InlineTextBox', 'LineBreak', 'LabelText', 'Legend',
  'rowgroup', 'RootWebArea', 'MenuListPopup', 'DescriptionList']);
const states = ['level', 'required', 'invalid', 'checked', 'expanded', 'disabled', 'readonly', 'modal'];

function line_of(node) {
  const name = node.name?.value ?? '';
  const parts = [node.role.value];
  if (name !== '') parts.push(`「${name}」`);
  const value = node.value?.value;
  if (value !== undefined && value !== '' && value !== name) parts.push(`= ${value}`);
  for (const { name: state, value: { value: on } } of node.properties ?? []) {
    if (!states.includes(state) || on === false || on === 'false') continue;
    parts.push(on === true || on === 'true' ? state : `${state} ${on}`);
  }
  const description = node.description?.value;
  if (description) parts.push(`(${description})`);
  return parts.join(' ');
}

export async function tree_in_words(page) {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  await cdp.detach();
  const by_id = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];
  const walk = (node, depth, parent_name) => {
    const role = node.role.value;
    const text = role === 'StaticText';
    const name = node.name?.value ?? '';
    // Words that their parent has said as its name are not said again.
    const repeated = text && parent_name.replaceAll(' ', '').includes(name.trim().replaceAll(' ', ''));
    const quiet = node.ignored || silent.has(role) || repeated;
    if (!quiet) lines.push('  '.repeat(depth) + (text ? name.trim() : line_of(node)));
    if (text || role === 'combobox') return;
    for (const id of node.childIds ?? []) {
      const child = by_id.get(id);
      if (child) walk(child, quiet ? depth : depth + 1, quiet ? parent_name : name);
    }
  };
  walk(nodes[0], 0, '');
  return lines;
}
