/** Every address the page knows. A leaf: imports nothing. */

export const paths = {
  policies: "/api/policies",
  policy: (id: string) => `/api/policies/${encodeURIComponent(id)}/policy.json`,
  examples: "/api/examples",
} as const;
