/** An invitation, opened by its link: which unit, as what, until when; accepted with the account that is signed in. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "react-router";
import { answered, server } from "../../../office-server.ts";
import { Fetched } from "../../../parts/office/fetched.tsx";
import { Page } from "../../../parts/office/page.tsx";
import { INVITATION_WORDS, roleWords } from "../../../parts/office/people-words.ts";
import { Period } from "../../../parts/office/period.tsx";
import { say } from "../../../parts/office/said.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { useMe } from "../../../parts/office/use-me.ts";

export function InvitationPage() {
  const { token = "" } = useParams();
  const me = useMe().data;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const invitation = useQuery({
    queryKey: ["invitation", token],
    queryFn: () => answered(server.POST("/api/office/invitations/view", { body: { token } })),
  });
  const accept = useMutation({
    mutationFn: () => answered(server.POST("/api/office/invitations/acceptance", { body: { token } })),
    onSuccess: async ({ uscc }) => {
      say("已接受邀请，可以代表这家单位办理了。", `/units/${uscc}`);
      // What one may do has changed, and with it whatever was fetched.
      await queries.invalidateQueries();
      navigate(`/units/${uscc}`, { replace: true });
    },
  });
  return (
    <Page title="单位邀请">
      <Fetched query={invitation}>
        {({ name, uscc, role, from, to, state }) => (
          <section className="office-card" aria-label={`${name}的邀请`}>
            <dl className="office-facts">
              <dt>单位</dt>
              <dd>{name}</dd>
              <dt>信用代码</dt>
              <dd>{uscc}</dd>
              <dt>请您担任</dt>
              <dd>{roleWords(role)}</dd>
              <dt>授权期限</dt>
              <dd>
                <Period from={from} to={to} />
              </dd>
            </dl>
            <TroubleNotice error={accept.error} />
            {state === "open" ? (
              <div className="office-actions">
                <button type="button" className="button primary" disabled={accept.isPending} onClick={() => accept.mutate()}>
                  {accept.isPending ? "正在办理……" : "接受邀请"}
                </button>
                <span className="office-hint">用{me?.name}的账号接受。不是您本人的，请先退出。</span>
              </div>
            ) : (
              <p className="office-care">这份邀请{INVITATION_WORDS[state]}，不能再接受。需要的，请单位的法定代表人另发一份。</p>
            )}
          </section>
        )}
      </Fetched>
    </Page>
  );
}
