/** Starts the workshop, a page of its own: whoever opens the calculator loads nothing of it. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Mishap } from "./parts/mishap.tsx";
import { Workshop } from "./screens/workshop/workshop.tsx";

const root = document.getElementById("root");
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <Mishap says="页面出错。上次保存的草稿仍在，没有保存的改动已经丢失。">
        <Workshop />
      </Mishap>
    </StrictMode>,
  );
