/** Signing in. */
export function SignIn() {
  return (
    <main className="office-entry" id="main">
      <h1>登录</h1>
    </main>
  );
}
