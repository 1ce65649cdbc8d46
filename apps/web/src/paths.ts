/** Every address the public pages know. A leaf: imports nothing. */

export const paths = {
  policies: "/api/policies",
  policy: (id: string) => `/api/policies/${encodeURIComponent(id)}/policy.json`,
  /** Which section of the office answers for which clauses. */
  sections: (id: string) => `/api/policies/${encodeURIComponent(id)}/sections`,
  examples: "/api/examples",
  /** All policies; with ?q=… what is found in them. */
  policyList: "/policies/",
  /** The policy for reading. */
  policyPage: (id: string) => `/policies/${encodeURIComponent(id)}/`,
  /** The pages for reading stand in Chinese at their address, and in English below /en. */
  inLanguage: (foreign: boolean, page: string) => (foreign ? `/en${page}` : page),
  /** The calculator of a policy; of the first where none is named. */
  calculator: (id: string, foreign = false) => `/?policy=${encodeURIComponent(id)}${foreign ? "&lang=en" : ""}`,
} as const;

/** The policy that the address names. */
export const policyAsked = (search: string): string | null => new URLSearchParams(search).get("policy");
