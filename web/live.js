// The two live regions of the static page. What they say waits until nothing was committed for a
// while, so that a screen reader hears the outcome and not every step.

const delay = 600;

export function create_live(status, alert) {
  const pending = new Map();
  let timer = 0;

  function say() {
    timer = 0;
    for (const [region, text] of pending) {
      // The same words again are a change only if the region was empty in between.
      region.textContent = '';
      setTimeout(() => { region.textContent = text; }, 20);
    }
    pending.clear();
  }

  function restart() {
    clearTimeout(timer);
    timer = setTimeout(say, delay);
  }

  return {
    speak(text, assertive) {
      if (text === '') return;
      pending.set(assertive ? alert : status, text);
      restart();
    },
    committed() { if (pending.size > 0) restart(); },
  };
}
