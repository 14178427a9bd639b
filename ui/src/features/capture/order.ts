import type { CaptureDepth, CaptureInput } from "../../generated/bindings";
import type { Option } from "../../kit";

/** The interface of github.com. */
export const GITHUB = "https://api.github.com";

export const DEPTHS: Option<CaptureDepth>[] = [
  { id: "light", label: "Light", hint: "about 50 requests: profile, repositories, README, files and commits of the first seven, pull requests to others, some reviews" },
  { id: "usual", label: "Usual", hint: "about 110 requests: eleven repositories, their issues and answers, more reviews" },
  { id: "full", label: "Full", hint: "about 450 requests: thirty repositories, review comments, contributors, conversations of pull requests" },
];

/** What the form holds. */
export type Form = { login: string; depth: CaptureDepth; repositories: string; api: string; token: string };

export const EMPTY: Form = { login: "", depth: "usual", repositories: "", api: GITHUB, token: "" };

/** Names of repositories from a text with commas, blanks or line breaks between them. */
export function repositoriesOf(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).map((name) => name.replace(/^https:\/\/github\.com\//, "").replace(/\/+$/, "")))].filter((name) => name !== "");
}

/** What is wrong with the names; null where nothing is. */
export function repositoriesProblem(text: string): string | null {
  const wrong = repositoriesOf(text).find((name) => !/^[\w-]+\/[\w.-]+$/.test(name));
  return wrong === undefined ? null : `"${wrong}" is no repository: write owner/name.`;
}

/** The form as the program takes it. */
export function orderOf(form: Form): CaptureInput {
  return { login: form.login.trim().replace(/^@/, ""), depth: form.depth, repositories: repositoriesOf(form.repositories), api: form.api.trim() || GITHUB, token: form.token.trim() || null };
}

/** Seconds as people say them. */
export function durationText(seconds: number): string {
  if (seconds < 90) return `${seconds} seconds`;
  if (seconds < 5400) return `${Math.ceil(seconds / 60)} minutes`;
  return `${(seconds / 3600).toFixed(1)} hours`;
}
