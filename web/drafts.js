// The DOM owns the draft. While a field has focus C++ gets copies of what is typed (not while an
// input method composes) and the truth on commit. A value is written into a field only when its
// revision changed and nothing is being composed: this keeps every input method whole.

export function create_drafts(send) {
  // Writes the node's value, or puts it off while the field is composing.
  function take_value(record) {
    const { content, target } = record;
    if (record.revision === content.revision) return;
    if (record.role === 'slider' && record.dirty) return;  // it is being dragged
    if (record.composing) {
      record.postponed_value = true;
      return;
    }
    record.revision = content.revision;
    record.postponed_value = false;
    record.dirty = false;
    if (target.value !== content.value) target.value = content.value;
  }

  function copy(record) {
    record.dirty = true;
    send('input', record.id, record.target.value);
  }

  function commit(record) {
    if (!record.dirty) return;
    record.dirty = false;
    send('commit', record.id, record.target.value);
  }

  function composition_ended(record) {
    record.composing = false;
    // A value that came meanwhile gives way to what was composed; if that was cancelled, it counts.
    const cancelled = record.target.value === record.before_composition;
    if (record.postponed_value && cancelled) take_value(record);
    else {
      record.revision = record.content.revision;
      copy(record);
    }
    record.postponed_value = false;
  }

  return {
    take_value,
    compositionstart(record) {
      record.composing = true;
      record.before_composition = record.target.value;
    },
    compositionend: composition_ended,
    input(record, event) {
      if (!event.isComposing && !record.composing) copy(record);
    },
    change: commit,
    leave(record) {
      if (record.composing) composition_ended(record);
      commit(record);
    },
    enter: commit,
  };
}
