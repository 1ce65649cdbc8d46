/** Two counties with an enterprise in every relation to a caller (own, another of the town, of another town, of another county), and things that belong to each. */
import { readFileSync } from "node:fs";
import {
  account,
  apiKey,
  appointment,
  bankAccount,
  claim,
  claimMapping,
  claimPackage,
  consultation,
  credential,
  dispute,
  fact,
  file,
  invitation,
  newId,
  putFile,
  registerVersion,
  type Tx,
  unitClaim,
  webhook,
} from "@zhengdui/store";
import { eq } from "drizzle-orm";
import { makeCreditCode } from "../../packages/basics/src/index.ts";
import type { Policy } from "../../packages/policy/src/index.ts";
import { COUNTY, OTHER_COUNTY, openTestOffice, type TestOffice } from "./test-office.ts";

export type Relation = "own" | "neighbour" | "elsewhere" | "abroad";
export const RELATIONS: readonly Relation[] = ["own", "neighbour", "elsewhere", "abroad"];

export interface Place {
  readonly uscc: string;
  readonly name: string;
  readonly territory: string;
  readonly county: string;
}

const codeOf = (digits: string) => makeCreditCode("91350582", digits) ?? "";

export const PLACES: Readonly<Record<Relation, Place>> = {
  own: { uscc: codeOf("MA10001A"), name: "示例本单位有限公司", territory: "陈埭镇", county: COUNTY },
  neighbour: { uscc: codeOf("MA10002A"), name: "示例同镇有限公司", territory: "陈埭镇", county: COUNTY },
  elsewhere: { uscc: codeOf("MA10003A"), name: "示例外镇有限公司", territory: "安海镇", county: COUNTY },
  abroad: { uscc: codeOf("MA10004A"), name: "示例外县有限公司", territory: "水头镇", county: OTHER_COUNTY },
};

export const YEAR = 2025;
export const FACT = "employees";
const compiled = new URL("../../policies/jinjiang-2023-11/2023-05-01/compiled/policy.json", import.meta.url);

export async function openWorld(): Promise<TestOffice> {
  const office = await openTestOffice({ policies: [JSON.parse(readFileSync(compiled, "utf8")) as Policy] });
  for (const place of Object.values(PLACES)) await office.addEnterprise(place);
  return office;
}

/** A thing of an enterprise (or of its county), made anew for every request, so that what was done to one isn't met by the next. Its id. */
export type Make = (office: TestOffice, place: Place) => Promise<string>;

const making =
  (work: (tx: Tx, id: string, now: Date, place: Place, office: TestOffice) => Promise<unknown>): Make =>
  async (office, place) => {
    const now = office.clock.now;
    const id = newId(now);
    await office.asSystem((tx) => work(tx, id, now, place, office), place.county);
    return id;
  };

const insertAccount = (tx: Tx, id: string, side: "applicant" | "office", now: Date) =>
  tx
    .insert(account)
    .values({ id, side, login: `made-${id.slice(-12)}`, name: "示例人员", createdAt: now })
    .then(() => tx.insert(credential).values({ accountId: id }));

export const makeFile: Make = making(async (tx, id, now, { uscc }, office) => {
  const sha256 = await putFile(office.office.parts.files, Buffer.from("%PDF-1.7\n%%EOF\n"));
  const rest = { name: "材料.pdf", mediaType: "application/pdf", sizeBytes: 15, uploadedBy: "made", uploadedAt: now };
  await tx.insert(file).values({ id, sha256, uscc, ...rest });
});

const withFile = async (office: TestOffice, place: Place, make: (evidence: string) => Make): Promise<string> =>
  make(await makeFile(office, place))(office, place);

export const makeDispute: Make = (office, place) =>
  withFile(office, place, (evidenceFile) =>
    making(async (tx, id, now, { uscc }) => {
      const about = { uscc, fact: FACT, year: 2000 + (Number.parseInt(id.slice(-6), 16) % 7000) };
      await tx
        .insert(fact)
        .values({ ...about, id, value: 10, source: "bureau", basis: "示例", suppliedBy: "made", suppliedAt: now });
      // Whoever disputed it is told what was decided.
      await insertAccount(tx, id, "applicant", now);
      await tx
        .insert(dispute)
        .values({ ...about, id, factId: id, disputedBy: id, disputedAt: now, reason: "有误", evidenceFile });
    }),
  );

export const makeBankAccount: Make = (office, place) =>
  withFile(office, place, (evidenceFile) =>
    making(async (tx, id, now, { uscc, name }) => {
      // One proposal at a time: the one before is done with.
      await tx
        .update(bankAccount)
        .set({ state: "withdrawn", decidedAt: now, decidedBy: "made" })
        .where(eq(bankAccount.uscc, uscc));
      const bank = { holder: name, number: "6222020000000000", bankNumber: "102397000012", bankName: "示例银行" };
      await insertAccount(tx, id, "applicant", now);
      await tx.insert(bankAccount).values({ id, uscc, ...bank, evidenceFile, proposedBy: id, proposedAt: now });
    }),
  );

export const makeConsultation: Make = making((tx, id, now, { uscc }) =>
  tx.insert(consultation).values({
    ...{ id, policy: "jinjiang-2023-11", channel: "online", uscc, question: "怎么报？", askedAt: now },
    ...{ answer: "见通知。", answeredBy: "made", answeredAt: now },
  }),
);

export const makeClaim: Make = (office, place) =>
  withFile(office, place, (evidenceFile) =>
    making(async (tx, id, now, { uscc, name, territory }) => {
      await insertAccount(tx, id, "applicant", now);
      await tx.insert(unitClaim).values({ id, uscc, name, territory, accountId: id, evidenceFile, claimedAt: now });
    }),
  );

export const makeInvitation: Make = (office, place) =>
  withFile(office, place, (deedFile) =>
    making(async (tx, id, now, { uscc, name }) => {
      await insertAccount(tx, id, "applicant", now);
      await tx.insert(invitation).values({
        ...{ id, tokenHash: id, uscc, unitName: name, role: "handler", invitee: "示例人员", validFrom: "2026-01-01" },
        ...{ validTo: "2027-01-01", deedFile, invitedBy: id, invitedAt: now, expiresAt: new Date(now.getTime() + 864e5) },
      });
    }),
  );

/** A handler (or, to be released, a legal representative) of the enterprise. */
export const makeMember = (role: "handler" | "legal-representative"): Make =>
  making(async (tx, id, now, { uscc }) => {
    await insertAccount(tx, id, "applicant", now);
    const since = { validFrom: "2026-01-01", grantedBy: "made", grantedAt: now, confirmedBy: "made", confirmedAt: now };
    await tx.insert(appointment).values({ id, accountId: id, role, uscc, ...since });
  });

export const makePerson: Make = making(async (tx, id, now) => {
  await insertAccount(tx, id, "office", now);
  const since = { validFrom: "2026-01-01", grantedBy: "made", grantedAt: now, confirmedBy: "made", confirmedAt: now };
  await tx.insert(appointment).values({ id, accountId: id, role: "finance", ...since });
});

export const makeKey: Make = making((tx, id, now) =>
  tx.insert(apiKey).values({
    ...{ id, prefix: id.slice(-12), hash: id, name: "示例", scopes: ["role:finance"], createdAt: now, createdBy: "made" },
    expiresAt: new Date(now.getTime() + 864e5),
  }),
);

export const makeWebhook: Make = making((tx, id, now) =>
  tx.insert(webhook).values({
    ...{ id, name: "示例", url: "https://example.gov.cn/", events: [], sealedSecret: "", createdBy: "made", createdAt: now },
  }),
);

const toAll = { scope: "all", units: [], territories: [], sees: ["contribution"], roles: [] } as const;

let years = 1999;
/** One version a year is in force. */
const nextYear = (): string => {
  years += 1;
  return String(years);
};

export const makeVersion =
  (kind: string): Make =>
  async (office, { county }) => {
    const now = office.clock.now;
    const id = newId(now);
    await office.office.parts.store.within({ tenant: county, account: null, reach: toAll }, (tx) =>
      tx.insert(registerVersion).values({
        ...{
          id,
          kind,
          period: nextYear(),
          number: 1,
          sight: kind === "fiscal-contribution" ? ("contribution" as const) : null,
        },
        ...{ fileName: "名单.csv", fileSha256: id, rowCount: 0, added: 0, removed: 0, changed: 0 },
        ...{ importedBy: "made", importedAt: now, current: true },
      }),
    );
    return id;
  };

export const makeMapping: Make = making((tx, id, now) =>
  tx.insert(claimMapping).values({ id, name: id, policy: "jinjiang-2023-11", mapping: MAPPING, savedBy: "made", savedAt: now }),
);

const MAPPING: (typeof claimMapping.$inferInsert)["mapping"] = {
  sheet: null,
  headings: { number: "编号", uscc: "代码", name: "单位", clause: null, project: null, claimed: null },
  ...{ claimedUnit: "yuan", facts: [], attachments: null },
  results: { result: "结果", reason: "原因", amount: "金额" },
};

export const makePackage: Make = async (office, place) => {
  const mappingId = await makeMapping(office, place);
  return making((tx, id, now) =>
    tx.insert(claimPackage).values({
      ...{ id, mappingId, policy: "jinjiang-2023-11", fileName: "导出.zip", sha256: id, importedBy: "made", importedAt: now },
      ...{ addedCount: 1, changedCount: 0, unchangedCount: 0, attachmentCount: 0 },
    }),
  )(office, place);
};

/** Its number is its id. */
export const makePlatformClaim: Make = async (office, place) => {
  const packageId = await makePackage(office, place);
  return making((tx, number, _now, { uscc, name }) =>
    tx.insert(claim).values({ number, packageId, policy: "jinjiang-2023-11", uscc, name, facts: {}, others: {} }),
  )(office, place);
};
