// Types of uwanose.mjs. The full shapes of a case and an assessment are the JSON Schemas of the
// repository: assets/schema/case.schema.json and assessment.schema.json.

export type Verdict = 'met' | 'not_met' | 'undetermined';
export type Language = 'ja' | 'en';

/** What one applicant states. What is left out is unknown, never zero. Money is whole yen without consumption tax. */
export interface Case {
  format: 'uwanose-case';
  version: 1;
  applicant?: Record<string, unknown>;
  application?: Record<string, unknown>;
  monthly?: { month: string; sales_yen?: number; value_added_yen?: number }[];
  plan?: Record<string, unknown>;
  wages?: { month: string; employees?: number; near_minimum?: number }[];
  expenses?: { category?: string; item?: string; amount_yen?: number; unit_price_yen?: number }[];
  answers?: Record<string, unknown>;
  programmes?: Record<string, Record<string, unknown>>;
  [unknown: string]: unknown;
}

export interface Options {
  /** Shipped packs, programmes or frames to assess beside the default one: "gyomukaizen". */
  programmes?: string[];
  /** Rule packs of your own, as JSON text or as objects. */
  rules?: (string | object)[];
}

/** What completing the missing facts can still reach; without an end where `max_yen` is null. */
export interface Range {
  min_yen: number;
  max_yen: number | null;
}

export interface Source {
  document: string;
  place: string;
  /** Official, quoted from it, secondary, derived by arithmetic, assumed. */
  confidence: 'O' | 'Q' | 'S' | 'D' | 'A';
  note?: string;
}

export interface Requirement {
  id: string;
  verdict: Verdict;
  evidence: Record<string, unknown>;
  source: Source;
}

/** What the nation, or the prefecture, gives: null where the facts do not settle it yet. */
export interface Part {
  verdict: Verdict;
  yen: number | null;
  yen_range?: Range;
  requirements: Requirement[];
  /** The facts that would settle it: "applicant.capital_yen", "monthly[2021-01].sales_yen". */
  missing: string[];
}

export interface Frame {
  id: string;
  rules: string;
  /** The national part's. */
  verdict: Verdict;
  eligible_expense_yen: number | null;
  eligible_expense_yen_range?: Range;
  national: Part;
  /** null where the frame has no top-up. */
  prefectural: Part | null;
  total_yen: number | null;
  total_yen_range?: Range;
  own_yen: number | null;
  own_yen_range?: Range;
  cautions: string[];
}

/** uwanose-assessment: one estimate for each frame. An estimate, no award. */
export interface Assessment {
  format: 'uwanose-assessment';
  version: number;
  rules: { id: string; version: string; sha256: string }[];
  frames: Frame[];
}

export interface Fault {
  /** "expenses[2].amount_yen"; "" where it is the whole. */
  place: string;
  /** English. */
  reason: string;
}

/** Thrown where a case or a rule pack cannot be taken; its message has one line for each fault. */
export class UwanoseError extends Error {
  faults: Fault[];
}

export interface Names {
  ja: string;
  en: string;
}

export interface Pack {
  id: string;
  version: string;
  title: Names;
  issuer: Names;
  /** "2026-02-13"; absent where applications stay open. */
  last_day?: string;
  last_day_note?: Names;
  sha256: string;
  frames: { id: string; programme: Names; label: Names }[];
}

/** A case as an object, as JSON text, or as the bytes of a file. */
export type Input = Case | string | Uint8Array;

export function assess(input: Input, options?: Options): Assessment;

/** The bytes that `uwanose assess` prints, `--compact` included. */
export function assess_text(input: Input, options?: Options & { compact?: boolean }): string;

/** What `uwanose explain` prints. */
export function explain(input: Input, language?: Language, options?: Options): string;

/** What to look at in a case that can be taken: names that nobody knows, for one. */
export function check(input: Input, options?: Options): Fault[];

/** The rule packs that are inside. */
export function programmes(): Pack[];
