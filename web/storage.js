// What the user asked to keep on this device: one text, under one name. A browser may refuse
// (private windows, a full disk, pages opened from disk in some), and says so by throwing.

const name = 'uwanose.case';

export const storage = {
  kept() {
    try { return localStorage.getItem(name); } catch { return null; }
  },
  keep(text) {
    try {
      localStorage.setItem(name, text);
      return localStorage.getItem(name) === text;
    } catch {
      return false;
    }
  },
  forget() {
    try { localStorage.removeItem(name); } catch { /* then nothing is kept */ }
  },
};
