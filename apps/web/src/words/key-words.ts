/** An identifier of a policy as words: "softwarePaid" → "Software paid". What English has to call a thing that only Chinese has a name for. */

/** How a word is written that isn't written as it is spelt in an identifier. */
const WRITTEN: Readonly<Record<string, string>> = {
  uscc: "credit code",
  id: "number",
  sme: "SME",
  smes: "SMEs",
  iiot: "IIoT",
  app: "app",
  g: "G",
  jinjiang: "Jinjiang",
  quanzhou: "Quanzhou",
};

/** "" where the identifier isn't made of Latin letters. */
export function keyWords(key: string): string {
  if (!/^[A-Za-z][A-Za-z0-9.-]*$/.test(key)) return "";
  const words = key.split(/[.-]|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/);
  const text = words
    .map((word) => WRITTEN[word.toLowerCase()] ?? (/^[A-Z0-9]{2,}$/.test(word) ? word : word.toLowerCase()))
    .join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
