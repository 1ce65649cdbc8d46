/** The first page after signing in: what may be done here, and what each place is for. */
import { Link } from "react-router";
import { placesOf } from "../../../parts/office/menu.ts";
import { Page } from "../../../parts/office/page.tsx";
import { UnreadCount } from "../../../parts/office/unread-count.tsx";
import { useMe } from "../../../parts/office/use-me.ts";
import { WaitingCount } from "../../../parts/office/waiting-count.tsx";

export function Home() {
  const me = useMe().data;
  if (!me) return null;
  const places = placesOf(me);
  return (
    <Page title={`${me.name}，您好`} lead={leadOf(me)}>
      <ul className="office-places">
        {places.map((place) => (
          <li key={place.to}>
            <Link to={place.to}>
              <span className="office-place-name">{place.label}</span>
              {place.to === "/messages" && <UnreadCount />}
              <WaitingCount at={place} />
              <span className="office-hint office-under">{(me.side === "applicant" && place.ownAbout) || place.about}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}

type Me = NonNullable<ReturnType<typeof useMe>["data"]>;

/** Whoever has nothing to do here yet is told what comes first. */
function leadOf({ side, appointments, may }: Me): string {
  if (side === "applicant")
    return appointments.length > 0
      ? "请选择要办的事项。"
      : "您还不代表任何单位。法定代表人请到“我的单位”认领，要上传营业执照；经办人和代理机构人员请打开单位发来的邀请链接。";
  if (appointments.length === 0) return "您还没有角色。请联系安全管理员授予，授予后就在这里办理。";
  const works = placesOf({ side, may }).some(({ to }) => to !== "/messages");
  return works ? "请选择要办的事项。" : "现在没有要您办理的事项；有消息会显示在下面。";
}
