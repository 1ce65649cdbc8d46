/** Other ways in: the identity providers of this county. Where they can't be asked for, the password remains. */
import { useQuery } from "@tanstack/react-query";
import { answered, server } from "../../../office-server.ts";

export function Elsewhere({ to }: { readonly to: string }) {
  const offered = useQuery({ queryKey: ["sign-in"], queryFn: () => answered(server.GET("/api/office/sign-in")) });
  const providers = offered.data?.providers ?? [];
  if (providers.length === 0) return null;
  return (
    <ul className="office-elsewhere" aria-label="其他登录方式">
      {providers.map(({ id, label }) => (
        <li key={id}>
          <a
            className="button"
            href={`/api/office/sign-in/oidc/${encodeURIComponent(id)}?to=${encodeURIComponent(`/office${to}`)}`}
          >
            用{label}登录
          </a>
        </li>
      ))}
    </ul>
  );
}
