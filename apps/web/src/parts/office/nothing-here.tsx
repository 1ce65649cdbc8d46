/** An address of the office that leads nowhere, or nowhere for this person. */
import { Link } from "react-router";
import { Page } from "./page.tsx";

export function NothingHere() {
  return (
    <Page title="没有这一页" lead="地址可能写错了，或者您的身份不能看这一页。">
      <p>
        <Link to="/">回到首页</Link>
      </p>
    </Page>
  );
}
