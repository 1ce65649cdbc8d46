/** The first page after signing in: where one may go from here. */
import { Link } from "react-router";
import { placesOf } from "../../../parts/office/menu.ts";
import { useMe } from "../../../parts/office/use-me.ts";

export function Home() {
  const me = useMe().data;
  const places = me ? placesOf(me) : [];
  return (
    <main className="office-main" id="main">
      <h1>{me?.name}，您好</h1>
      {places.length === 0 ? (
        <p className="office-lead">
          您还没有可办的事项。申报单位的人员请先认领单位或接受邀请；工作人员请联系安全管理员授予角色。
        </p>
      ) : (
        <ul className="office-places">
          {places.map(({ to, label }) => (
            <li key={to}>
              <Link to={to}>{label}</Link>
            </li>
          ))}
        </ul>
      )}
    </main>
  );
}
