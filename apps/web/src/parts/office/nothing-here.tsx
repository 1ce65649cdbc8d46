/** An address of the office that leads nowhere. */
import { Link } from "react-router";

export function NothingHere() {
  return (
    <main className="office-main" id="main">
      <h1>没有这一页</h1>
      <p className="office-lead">地址可能写错了，或者这一页不归您的角色看。</p>
      <p>
        <Link to="/">回到首页</Link>
      </p>
    </main>
  );
}
