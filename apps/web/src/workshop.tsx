/** Starts the workshop, a page of its own: whoever opens the calculator loads nothing of it. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Mishap } from "./parts/mishap.tsx";
import { Workshop } from "./screens/workshop/workshop.tsx";

const root = document.getElementById("root");
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <Mishap says="页面出错。没有保存的改动留在本浏览器里，重新载入就回来。">
        <Workshop />
      </Mishap>
    </StrictMode>,
  );
