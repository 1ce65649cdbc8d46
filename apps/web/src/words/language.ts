/** The language of the page: what the address asks for, else what was chosen in this browser before, else Chinese. English is fetched when wanted. */
import { type Language, speak, t } from "./t.ts";

const KEPT = "zhengdui-language";

const languageIn = (text: string | null): Language | null => (text === "en" || text === "zh" ? text : null);

export function languageAsked(search: string): Language {
  const asked = languageIn(new URLSearchParams(search).get("lang"));
  if (asked !== null) keepLanguage(asked);
  return asked ?? keptLanguage() ?? "zh";
}

/** From now on the page speaks this language; what is drawn already must be drawn again. What was spoken before stays where the words can't be fetched. */
export async function speakIn(language: Language): Promise<Language> {
  try {
    speak(language === "zh" ? null : (await import("./en.ts")).EN);
  } catch {
    return document.documentElement.lang === "en" ? "en" : "zh";
  }
  document.documentElement.lang = language === "zh" ? "zh-CN" : language;
  for (const place of document.querySelectorAll<HTMLElement>("[data-words]")) place.textContent = t(place.dataset.words ?? "");
  return language;
}

/** The address no longer asks for another one. */
export function chooseLanguage(language: Language): void {
  keepLanguage(language);
  const address = new URL(window.location.href);
  address.searchParams.delete("lang");
  window.history.replaceState(null, "", address);
}

function keptLanguage(): Language | null {
  try {
    return languageIn(localStorage.getItem(KEPT));
  } catch {
    return null;
  }
}

function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(KEPT, language);
  } catch {
    // Forbidden or full: the choice holds as long as the page is open.
  }
}
