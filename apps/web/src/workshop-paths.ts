/** Every address that the workshop alone knows; the public page doesn't carry them. A leaf: imports nothing. */

const draft = (policy: string, version: string) => `${encodeURIComponent(policy)}/${encodeURIComponent(version)}`;

export const workshopPaths = {
  contents: "/api/workshop",
  check: "/api/workshop/check",
  begin: "/api/workshop/new",
  restore: "/api/workshop/restore",
  study: (kind: "prove" | "mutate") => `/api/workshop/study/${kind}`,
  documents: (shelf: "published" | "drafts", policy: string, version: string) =>
    `/api/workshop/${shelf}/${draft(policy, version)}`,
  rename: (policy: string, version: string) => `/api/workshop/drafts/${draft(policy, version)}/rename`,
  /** The calculator with a draft's rules. */
  trial: "/workshop-trial.html",
} as const;
