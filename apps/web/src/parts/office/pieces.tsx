/** Around the screens that are fetched one by one: where one can't be fetched this is said in its place, with the way on. */
import { Component, type ReactNode } from "react";
import { Outlet, useLocation } from "react-router";
import { focusOn } from "../focus-on.ts";
import { forgetFailed, PieceTrouble } from "./piece.tsx";
import { useTitle } from "./use-title.ts";

export function Pieces() {
  const { pathname } = useLocation();
  return (
    <Fetchable at={pathname}>
      <Outlet />
    </Fetchable>
  );
}

interface FetchableProps {
  /** Another address is another try. */
  readonly at: string;
  readonly children: ReactNode;
}

class Fetchable extends Component<FetchableProps, { readonly error: unknown }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidUpdate(before: FetchableProps) {
    if (before.at === this.props.at || this.state.error === null) return;
    forgetFailed();
    this.setState({ error: null });
  }

  override render() {
    const error: unknown = this.state.error;
    if (error === null) return this.props.children;
    if (error instanceof PieceTrouble) return <NotFetched />;
    throw error;
  }
}

function NotFetched() {
  useTitle("没有打开");
  return (
    <main className="office-main" id="main">
      <h1>这一页没有打开</h1>
      <div className="office-trouble" role="alert" tabIndex={-1} ref={focusOn}>
        <p>没有取到这一页：可能是网络断了，也可能是系统刚换了新版本。填写中的内容还在，重新载入后接着填。</p>
        <button type="button" className="button primary" onClick={() => window.location.reload()}>
          重新载入
        </button>
      </div>
    </main>
  );
}
