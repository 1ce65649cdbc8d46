/** Starts the office's pages, apart from the public ones. What a role may not do isn't shown; the server decides all the same. */
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { BrowserRouter, Navigate, Route, Routes } from "react-router";
import { ENTRY_SCREENS, fetchScreenAt, OFFICE_SCREENS, type OfficeScreen } from "./office-screens.tsx";
import { OfficeTrouble } from "./office-server.ts";
import { isLarge, setLarge } from "./parts/large-type.ts";
import { Mishap } from "./parts/mishap.tsx";
import { fetchWhatIsLinked, fetchWhatIsPointedAt } from "./parts/office/fetch-ahead.ts";
import { Fetching } from "./parts/office/fetching.tsx";
import { NothingHere } from "./parts/office/nothing-here.tsx";
import { Pieces } from "./parts/office/pieces.tsx";
import { OfficeShell } from "./parts/office/shell.tsx";
import { ME } from "./parts/office/use-me.ts";

/** So long what was fetched isn't asked for again. */
const FRESH_MS = 10_000;

/** Whoever is no longer signed in is led to the sign-in page, and back to what was being filled in. */
const onError = (error: Error) => {
  if (error instanceof OfficeTrouble && error.status === 401) void queries.invalidateQueries({ queryKey: ME });
};

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      // What was refused is refused again; what broke on the way may go through.
      retry: (times, error) => times < 2 && !(error instanceof OfficeTrouble && error.status < 500),
      staleTime: FRESH_MS,
    },
  },
});

const routeOf = ({ path, Shown }: OfficeScreen) => <Route key={path} path={path} element={<Shown />} />;

function Office() {
  return (
    <Routes>
      <Route element={<Pieces />}>{ENTRY_SCREENS.map(routeOf)}</Route>
      <Route element={<OfficeShell />}>
        <Route element={<Pieces />}>{OFFICE_SCREENS.map(routeOf)}</Route>
        <Route path="*" element={<NothingHere />} />
      </Route>
      <Route path="index.html" element={<Navigate to="/" replace />} />
    </Routes>
  );
}

setLarge(isLarge());
// Beside the question who one is.
fetchScreenAt(window.location.pathname.replace(/^\/office/, "") || "/");
fetchWhatIsPointedAt(fetchScreenAt);
fetchWhatIsLinked(fetchScreenAt);
const root = document.getElementById("root");
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <Mishap says="页面出错。已保存的内容没有丢失，请重新载入。">
        <QueryClientProvider client={queries}>
          <BrowserRouter basename="/office">
            <Fetching />
            {/* The only one: the page one comes from stays until the next one is there. */}
            <Suspense fallback={<p className="waiting">正在打开……</p>}>
              <Office />
            </Suspense>
          </BrowserRouter>
        </QueryClientProvider>
      </Mishap>
    </StrictMode>,
  );
