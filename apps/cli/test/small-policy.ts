/** A policy with few facts, one of each kind, for tests of the workbook. */
import type { Fact, FactKind, Policy } from "@zhengdui/policy";

const fact = (key: string, label: string, type: FactKind, presence: Fact["presence"] = "required"): Fact => ({
  key,
  label,
  type,
  presence,
  source: "申报单位",
  evidence: "发票",
  privacy: "内部",
  changeable: false,
});

const systems = [
  { id: "ERP", label: "企业资源计划（ERP）" },
  { id: "other", label: "其他系统" },
];
const roles = [
  { id: "platform", label: "平台（甲、乙）" },
  { id: "integrator", label: "服务商" },
];

export const smallPolicy = {
  id: "small-1",
  version: "2023-05-01",
  number: "示例〔2023〕1号",
  title: "示例政策",
  years: [2023, 2024],
  interpretations: [
    {
      key: "tax",
      title: "税",
      words: "",
      clause: "",
      why: "",
      computed: true,
      readings: [
        { id: "excluding", text: "不含税" },
        { id: "including", text: "含税" },
      ],
    },
  ],
  measures: [
    { id: "2.2", clause: "二（二）", noun: "补助", form: { kind: "pool" } },
    { id: "6.1", clause: "六（一）", noun: "", form: { kind: "no-subsidy" } },
  ],
  facts: {
    records: [
      {
        id: "applicant",
        label: "申报单位",
        required: true,
        checks: [],
        facts: [
          fact("uscc", "信用代码", { kind: "uscc" }),
          fact("name", "单位名称", { kind: "text" }),
          fact("industry", "行业代码", { kind: "industry" }, "optional"),
          fact("roles", "角色", { kind: "options", options: roles }, "optional"),
          fact("aboveScale", "规上", { kind: "boolean" }, "unknowable"),
          fact("employees", "从业人员", { kind: "count", unit: "人" }, "optional-unknown"),
        ],
      },
      {
        id: "settings",
        label: "设定",
        required: false,
        checks: [],
        facts: [fact("minHours", "时长标准", { kind: "decimal", unit: "小时" }, "optional-unknown")],
      },
      { id: "advice", label: "诊断咨询", required: false, checks: [], facts: [fact("free", "不收费", { kind: "boolean" })] },
    ],
    lists: [
      {
        id: "purchases",
        label: "软件采购",
        projects: "many",
        unique: ["id"],
        checks: [],
        facts: [
          fact("id", "编号", { kind: "text" }),
          fact("system", "系统", { kind: "option", options: systems }),
          fact("paid", "软件实付", { kind: "money" }),
          fact("paidOn", "付款日", { kind: "date" }),
          fact("from", "服务起", { kind: "month" }, "optional"),
          fact("rate", "核定比例", { kind: "rate" }, "optional"),
          fact("accepted", "已认可", { kind: "boolean" }, "optional"),
        ],
      },
      {
        id: "advice.reports",
        label: "诊断报告",
        projects: "none",
        unique: [],
        checks: [],
        facts: [fact("uscc", "信用代码", { kind: "uscc" }), fact("on", "出具日", { kind: "date" })],
      },
    ],
  },
} as unknown as Policy;
