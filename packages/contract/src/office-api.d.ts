/** The office's interface as types, made from its routes: `npm run client` writes it anew. */
// biome-ignore-all lint: made by a program
// biome-ignore-all format: made by a program
export interface paths {
    "/api/office/bank-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 按状态列出收款账户（待核对的在前） */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    state?: "proposed" | "confirmed" | "refused" | "withdrawn" | "replaced";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accounts: {
                                bankName: string;
                                bankNumber: string;
                                decidedAt: string | null;
                                evidenceFile: string;
                                holder: string;
                                id: string;
                                name: string;
                                number: string;
                                proposedAt: string;
                                reason: string | null;
                                replacedAt: string | null;
                                /** @enum {string} */
                                state: "proposed" | "confirmed" | "refused" | "withdrawn" | "replaced";
                                uscc: string;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/bank-accounts/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 财政部门核对变更：通过，或写明理由不予通过 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        confirm: boolean;
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bankName: string;
                            bankNumber: string;
                            decidedAt: string | null;
                            evidenceFile: string;
                            holder: string;
                            id: string;
                            number: string;
                            proposedAt: string;
                            reason: string | null;
                            replacedAt: string | null;
                            /** @enum {string} */
                            state: "proposed" | "confirmed" | "refused" | "withdrawn" | "replaced";
                            uscc: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/bank-accounts/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回还没有核对的变更 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bankName: string;
                            bankNumber: string;
                            decidedAt: string | null;
                            evidenceFile: string;
                            holder: string;
                            id: string;
                            number: string;
                            proposedAt: string;
                            reason: string | null;
                            replacedAt: string | null;
                            /** @enum {string} */
                            state: "proposed" | "confirmed" | "refused" | "withdrawn" | "replaced";
                            uscc: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 平台的申报件，按编号；可按状态、单位、政策，或只看结果还没有导出的 */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    policy?: string;
                    state?: "received" | "accepted" | "returned" | "refused" | "approved";
                    untold?: "true" | "false";
                    uscc?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            claims: {
                                /** @description 元，两位小数 */
                                approved: string | null;
                                /** @description 元，两位小数 */
                                claimed: string | null;
                                clause: string | null;
                                decidedAt: string | null;
                                exportedAt: string | null;
                                name: string;
                                number: string;
                                package: string;
                                policy: string;
                                project: string | null;
                                reason: string | null;
                                /** @enum {string} */
                                state: "received" | "accepted" | "returned" | "refused" | "approved";
                                stateLabel: string;
                                uscc: string;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/claims/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一件：内容、附件、历次办理 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description 元，两位小数 */
                            approved: string | null;
                            attachments: {
                                file: string;
                                mediaType: string;
                                name: string;
                                path: string;
                                sha256: string;
                                sizeBytes: number;
                            }[];
                            /** @description 元，两位小数 */
                            claimed: string | null;
                            clause: string | null;
                            decidedAt: string | null;
                            decisions: {
                                /** @description 元，两位小数 */
                                approved: string | null;
                                /** Format: date-time */
                                decidedAt: string;
                                decidedBy: string;
                                /** @enum {string} */
                                from: "received" | "accepted" | "returned" | "refused" | "approved";
                                reason: string | null;
                                /** @enum {string} */
                                to: "received" | "accepted" | "returned" | "refused" | "approved";
                            }[];
                            exportedAt: string | null;
                            facts: {
                                [key: string]: unknown;
                            };
                            name: string;
                            number: string;
                            others: {
                                [key: string]: string;
                            };
                            package: string;
                            policy: string;
                            project: string | null;
                            reason: string | null;
                            /** @enum {string} */
                            state: "received" | "accepted" | "returned" | "refused" | "approved";
                            stateLabel: string;
                            uscc: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/claims/{number}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 办理一件：受理、退回补正、不予支持、予以支持 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description 核定金额，元，至多两位小数；只在予以支持时
                         * @default null
                         */
                        amount?: string | null;
                        /** @default null */
                        reason?: string | null;
                        /** @enum {string} */
                        state: "received" | "accepted" | "returned" | "refused" | "approved";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description 元，两位小数 */
                            approved: string | null;
                            /** @description 元，两位小数 */
                            claimed: string | null;
                            clause: string | null;
                            decidedAt: string | null;
                            exportedAt: string | null;
                            name: string;
                            number: string;
                            package: string;
                            policy: string;
                            project: string | null;
                            reason: string | null;
                            /** @enum {string} */
                            state: "received" | "accepted" | "returned" | "refused" | "approved";
                            stateLabel: string;
                            uscc: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/consultations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 咨询，新的在前；open 只看待答复的 */
        get: {
            parameters: {
                query?: {
                    before?: string;
                    open?: "yes";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            consultations: {
                                answer: string | null;
                                answeredAt: string | null;
                                answeredByName: string | null;
                                /** Format: date-time */
                                askedAt: string;
                                caller: {
                                    name: string | null;
                                    phone: string | null;
                                } | null;
                                /** @enum {string} */
                                channel: "online" | "phone" | "visit";
                                clause: string | null;
                                earlier: {
                                    answer: string;
                                    question: string | null;
                                    /** Format: date-time */
                                    replacedAt: string;
                                    /** Format: date-time */
                                    saidAt: string;
                                    /** @enum {string} */
                                    what: "answer" | "publication";
                                }[];
                                id: string;
                                policy: string;
                                publicAnswer: string | null;
                                publicQuestion: string | null;
                                publishedAt: string | null;
                                question: string;
                                unitName: string | null;
                                uscc: string | null;
                            }[];
                            more: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        /** 登记来电、来访咨询 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        callerName?: string;
                        callerPhone?: string;
                        /** @enum {string} */
                        channel: "phone" | "visit";
                        clause?: string;
                        policy: string;
                        question: string;
                        uscc?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            answer: string | null;
                            answeredAt: string | null;
                            answeredByName: string | null;
                            /** Format: date-time */
                            askedAt: string;
                            caller: {
                                name: string | null;
                                phone: string | null;
                            } | null;
                            /** @enum {string} */
                            channel: "online" | "phone" | "visit";
                            clause: string | null;
                            earlier: {
                                answer: string;
                                question: string | null;
                                /** Format: date-time */
                                replacedAt: string;
                                /** Format: date-time */
                                saidAt: string;
                                /** @enum {string} */
                                what: "answer" | "publication";
                            }[];
                            id: string;
                            policy: string;
                            publicAnswer: string | null;
                            publicQuestion: string | null;
                            publishedAt: string | null;
                            question: string;
                            unitName: string | null;
                            uscc: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/consultations/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 答复咨询 */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        answer: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            answer: string | null;
                            answeredAt: string | null;
                            answeredByName: string | null;
                            /** Format: date-time */
                            askedAt: string;
                            caller: {
                                name: string | null;
                                phone: string | null;
                            } | null;
                            /** @enum {string} */
                            channel: "online" | "phone" | "visit";
                            clause: string | null;
                            earlier: {
                                answer: string;
                                question: string | null;
                                /** Format: date-time */
                                replacedAt: string;
                                /** Format: date-time */
                                saidAt: string;
                                /** @enum {string} */
                                what: "answer" | "publication";
                            }[];
                            id: string;
                            policy: string;
                            publicAnswer: string | null;
                            publicQuestion: string | null;
                            publishedAt: string | null;
                            question: string;
                            unitName: string | null;
                            uscc: string | null;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/consultations/{id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 公开问答：写成公众读的样子，不得认出提问人 */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        answer: string;
                        question: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            answer: string | null;
                            answeredAt: string | null;
                            answeredByName: string | null;
                            /** Format: date-time */
                            askedAt: string;
                            caller: {
                                name: string | null;
                                phone: string | null;
                            } | null;
                            /** @enum {string} */
                            channel: "online" | "phone" | "visit";
                            clause: string | null;
                            earlier: {
                                answer: string;
                                question: string | null;
                                /** Format: date-time */
                                replacedAt: string;
                                /** Format: date-time */
                                saidAt: string;
                                /** @enum {string} */
                                what: "answer" | "publication";
                            }[];
                            id: string;
                            policy: string;
                            publicAnswer: string | null;
                            publicQuestion: string | null;
                            publishedAt: string | null;
                            question: string;
                            unitName: string | null;
                            uscc: string | null;
                        };
                    };
                };
            };
        };
        post?: never;
        /** 撤下已公开的问答 */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            answer: string | null;
                            answeredAt: string | null;
                            answeredByName: string | null;
                            /** Format: date-time */
                            askedAt: string;
                            caller: {
                                name: string | null;
                                phone: string | null;
                            } | null;
                            /** @enum {string} */
                            channel: "online" | "phone" | "visit";
                            clause: string | null;
                            earlier: {
                                answer: string;
                                question: string | null;
                                /** Format: date-time */
                                replacedAt: string;
                                /** Format: date-time */
                                saidAt: string;
                                /** @enum {string} */
                                what: "answer" | "publication";
                            }[];
                            id: string;
                            policy: string;
                            publicAnswer: string | null;
                            publicQuestion: string | null;
                            publishedAt: string | null;
                            question: string;
                            unitName: string | null;
                            uscc: string | null;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/contributions/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 财政贡献有哪几种，各有哪些栏目 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            kinds: {
                                basis: string;
                                columns: {
                                    also: string[];
                                    id: string;
                                    label: string;
                                    note?: string;
                                    options: {
                                        id: string;
                                        label: string;
                                    }[];
                                    required: boolean;
                                    type: string;
                                }[];
                                ends: string | null;
                                id: string;
                                key: string[];
                                latest: {
                                    added: number;
                                    changed: number;
                                    current: boolean;
                                    fileName: string;
                                    fileSha256: string;
                                    id: string;
                                    importedAt: string;
                                    importedBy: string;
                                    importedByName: string;
                                    kind: string;
                                    number: number;
                                    period: string;
                                    removed: number;
                                    rowCount: number;
                                    undone: {
                                        at: string;
                                        by: string;
                                        byName: string;
                                        reason: string;
                                    } | null;
                                } | null;
                                /** @enum {string} */
                                period: "year" | "day";
                                supplier: string;
                                title: string;
                                /** @enum {string} */
                                unknownEnterprise: "add" | "refuse" | "accept";
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/contributions/kinds/{kind}/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 财政贡献的空白模板 */
        get: {
            parameters: {
                query?: {
                    format?: "xlsx" | "csv";
                };
                header?: never;
                path: {
                    kind: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/contributions/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 上传财政贡献文件（xlsx 或 CSV），看差异和错处；什么也不导入 */
        post: {
            parameters: {
                query: {
                    force?: "true" | "false";
                    kind: string;
                    name: string;
                    period: string;
                    progress?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": string;
                    "application/vnd.ms-excel": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                    "text/plain": string;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            against: {
                                number: number;
                                period: string;
                            } | null;
                            diff: {
                                added: {
                                    count: number;
                                    first: {
                                        cells: (string | null)[];
                                        place: number;
                                    }[];
                                };
                                alike: {
                                    count: number;
                                    first: {
                                        after: {
                                            cells: (string | null)[];
                                            place: number;
                                        };
                                        before: {
                                            cells: (string | null)[];
                                            place: number;
                                        };
                                        /** @enum {string} */
                                        by: "name" | "rest";
                                    }[];
                                };
                                changed: {
                                    count: number;
                                    first: {
                                        after: {
                                            cells: (string | null)[];
                                            place: number;
                                        };
                                        before: {
                                            cells: (string | null)[];
                                            place: number;
                                        };
                                    }[];
                                };
                                removed: {
                                    count: number;
                                    first: {
                                        cells: (string | null)[];
                                        place: number;
                                    }[];
                                };
                                same: number;
                            };
                            expiresAt: string;
                            format: string;
                            notes: string[];
                            preview: string;
                            rowCount: number;
                            sheet: string;
                            unknown: {
                                count: number;
                                first: {
                                    name: string;
                                    place: number;
                                    uscc: string;
                                }[];
                            };
                            warnings: {
                                count: number;
                                first: string[];
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/contributions/previews/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 导入预览过的财政贡献：全部，或者一行也不 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default false */
                        addEnterprises?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            enterprisesAdded: number;
                            version: {
                                added: number;
                                changed: number;
                                current: boolean;
                                fileName: string;
                                fileSha256: string;
                                id: string;
                                importedAt: string;
                                importedBy: string;
                                importedByName: string;
                                kind: string;
                                number: number;
                                period: string;
                                removed: number;
                                rowCount: number;
                                undone: {
                                    at: string;
                                    by: string;
                                    byName: string;
                                    reason: string;
                                } | null;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/contributions/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 财政贡献的各版，最新的在前，撤销了的也在 */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    kind?: string;
                    limit?: number;
                    period?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: string | null;
                            versions: {
                                added: number;
                                changed: number;
                                current: boolean;
                                fileName: string;
                                fileSha256: string;
                                id: string;
                                importedAt: string;
                                importedBy: string;
                                importedByName: string;
                                kind: string;
                                number: number;
                                period: string;
                                removed: number;
                                rowCount: number;
                                undone: {
                                    at: string;
                                    by: string;
                                    byName: string;
                                    reason: string;
                                } | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/contributions/versions/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出一版财政贡献；再导入即得相同的内容 */
        get: {
            parameters: {
                query?: {
                    format?: "xlsx" | "csv";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/contributions/versions/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一版财政贡献的各行，或其中一家企业的、含有某些字的 */
        get: {
            parameters: {
                query?: {
                    after?: number;
                    limit?: number;
                    uscc?: string;
                    words?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: number | null;
                            rows: {
                                cells: (string | null)[];
                                ended: boolean;
                                place: number;
                            }[];
                            version: {
                                added: number;
                                changed: number;
                                current: boolean;
                                fileName: string;
                                fileSha256: string;
                                id: string;
                                importedAt: string;
                                importedBy: string;
                                importedByName: string;
                                kind: string;
                                number: number;
                                period: string;
                                removed: number;
                                rowCount: number;
                                undone: {
                                    at: string;
                                    by: string;
                                    byName: string;
                                    reason: string;
                                } | null;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/contributions/versions/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销最新一版财政贡献，写明理由；前一版重新有效 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            added: number;
                            changed: number;
                            current: boolean;
                            fileName: string;
                            fileSha256: string;
                            id: string;
                            importedAt: string;
                            importedBy: string;
                            importedByName: string;
                            kind: string;
                            number: number;
                            period: string;
                            removed: number;
                            rowCount: number;
                            undone: {
                                at: string;
                                by: string;
                                byName: string;
                                reason: string;
                            } | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/demonstration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 演示：虚构的人员及其角色（只在本机） */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            persons: {
                                account: string;
                                name: string;
                                roles: {
                                    label: string;
                                    role: string;
                                    territory: string | null;
                                    unit: string | null;
                                }[];
                                /** @enum {string} */
                                side: "applicant" | "office" | "partner" | "admin";
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/demonstration/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 演示：以虚构的人员登录（只在本机） */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        account: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 异议，按提出的先后 */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    state?: "open" | "upheld" | "rejected";
                    uscc?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            disputes: {
                                answer: string | null;
                                disputed: unknown;
                                disputedAt: string;
                                evidenceFile: string;
                                fact: string;
                                id: string;
                                name: string;
                                reason: string;
                                settledAt: string | null;
                                /** @enum {string} */
                                state: "open" | "upheld" | "rejected";
                                uscc: string;
                                year: number;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/disputes/{id}/settlement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 处理异议：成立的更正数据，不成立的写明理由 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        answer: string;
                        correction?: unknown;
                        /** @enum {string} */
                        verdict: "upheld" | "rejected";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            correctedBy: string | null;
                            id: string;
                            /** @enum {string} */
                            state: "open" | "upheld" | "rejected";
                            uscc: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/enterprises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查找企业：名称（含曾用名）或信用代码的一部分、所在镇（街道） */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    q?: string;
                    territory?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            enterprises: {
                                establishedOn: string | null;
                                industry: string | null;
                                name: string;
                                /** @enum {string} */
                                status: "open" | "merged" | "moved" | "closed";
                                territory: string | null;
                                uscc: string;
                            }[];
                            next: string | null;
                            total: {
                                more: boolean;
                                rows: number;
                            } | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** 为一家企业建档 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        territory: string | null;
                        uscc: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            establishedOn: string | null;
                            industry: string | null;
                            name: string;
                            /** @enum {string} */
                            status: "open" | "merged" | "moved" | "closed";
                            territory: string | null;
                            uscc: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/enterprises/{uscc}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一家企业的档案 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    uscc: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            end: {
                                heir: {
                                    name: string;
                                    uscc: string;
                                } | null;
                                into: {
                                    name: string;
                                    uscc: string;
                                } | null;
                                on: string;
                                /** @enum {string} */
                                status: "merged" | "moved" | "closed";
                            } | null;
                            events: {
                                after: string | null;
                                before: string | null;
                                evidenceFile: string;
                                id: string;
                                /** @enum {string} */
                                kind: "renamed" | "merged" | "moved" | "closed" | "restored";
                                on: string;
                                otherUscc: string | null;
                                reason: string;
                                uscc: string;
                            }[];
                            facts: {
                                beside: {
                                    basis: string | null;
                                    evidenceFile: string | null;
                                    id: string;
                                    register: {
                                        fileName: string;
                                        importedAt: string;
                                        importedByName: string | null;
                                        kind: string;
                                        number: number;
                                        period: string;
                                        /** @enum {string} */
                                        standing: "current" | "replaced" | "undone";
                                        supplier: string;
                                        title: string;
                                        undoneReason: string | null;
                                        version: string;
                                    } | null;
                                    /** @enum {string} */
                                    source: "unit" | "bureau" | "register";
                                    suppliedAt: string;
                                    suppliedBy: string;
                                    value: unknown;
                                } | null;
                                current: {
                                    basis: string | null;
                                    evidenceFile: string | null;
                                    id: string;
                                    register: {
                                        fileName: string;
                                        importedAt: string;
                                        importedByName: string | null;
                                        kind: string;
                                        number: number;
                                        period: string;
                                        /** @enum {string} */
                                        standing: "current" | "replaced" | "undone";
                                        supplier: string;
                                        title: string;
                                        undoneReason: string | null;
                                        version: string;
                                    } | null;
                                    /** @enum {string} */
                                    source: "unit" | "bureau" | "register";
                                    suppliedAt: string;
                                    suppliedBy: string;
                                    value: unknown;
                                };
                                fact: string;
                                year: number;
                            }[];
                            name: string;
                            names: {
                                from: string | null;
                                name: string;
                                reason: string | null;
                                to: string | null;
                            }[];
                            registers: {
                                columns: {
                                    label: string;
                                    options: {
                                        id: string;
                                        label: string;
                                    }[];
                                    type: string;
                                }[];
                                ended: boolean[] | null;
                                from: {
                                    fileName: string;
                                    importedAt: string;
                                    importedByName: string | null;
                                    kind: string;
                                    number: number;
                                    period: string;
                                    /** @enum {string} */
                                    standing: "current" | "replaced" | "undone";
                                    supplier: string;
                                    title: string;
                                    undoneReason: string | null;
                                    version: string;
                                };
                                rows: (string | null)[][];
                            }[];
                            /** @enum {string} */
                            status: "open" | "merged" | "moved" | "closed";
                            territory: string | null;
                            uscc: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/enterprises/{uscc}/contributions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一家企业各年度的财政贡献 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    uscc: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            registers: {
                                columns: {
                                    label: string;
                                    options: {
                                        id: string;
                                        label: string;
                                    }[];
                                    type: string;
                                }[];
                                ended: boolean[] | null;
                                from: {
                                    fileName: string;
                                    importedAt: string;
                                    importedByName: string | null;
                                    kind: string;
                                    number: number;
                                    period: string;
                                    /** @enum {string} */
                                    standing: "current" | "replaced" | "undone";
                                    supplier: string;
                                    title: string;
                                    undoneReason: string | null;
                                    version: string;
                                };
                                rows: (string | null)[][];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/enterprises/{uscc}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记更名、合并、迁移、注销、恢复 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    uscc: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        evidence: string;
                        /** @enum {string} */
                        kind: "renamed";
                        name: string;
                        on: string;
                        reason: string;
                    } | {
                        evidence: string;
                        into: string;
                        /** @enum {string} */
                        kind: "merged";
                        on: string;
                        reason: string;
                    } | {
                        evidence: string;
                        /** @enum {string} */
                        kind: "moved";
                        on: string;
                        reason: string;
                        territory: string | null;
                    } | {
                        evidence: string;
                        /** @enum {string} */
                        kind: "closed";
                        on: string;
                        reason: string;
                    } | {
                        evidence: string;
                        /** @enum {string} */
                        kind: "restored";
                        on: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            establishedOn: string | null;
                            industry: string | null;
                            name: string;
                            /** @enum {string} */
                            status: "open" | "merged" | "moved" | "closed";
                            territory: string | null;
                            uscc: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/enterprises/{uscc}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记部门提供的一项数据，写明依据（文号、文件） */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    uscc: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        basis: string;
                        evidence?: string;
                        fact: string;
                        value: unknown;
                        year: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/enterprises/{uscc}/facts/{fact}/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一项事实在一个年度的全部记载，最近的在前 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fact: string;
                    uscc: string;
                    year: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            more: boolean;
                            statements: {
                                basis: string | null;
                                evidenceFile: string | null;
                                id: string;
                                register: {
                                    fileName: string;
                                    importedAt: string;
                                    importedByName: string | null;
                                    kind: string;
                                    number: number;
                                    period: string;
                                    /** @enum {string} */
                                    standing: "current" | "replaced" | "undone";
                                    supplier: string;
                                    title: string;
                                    undoneReason: string | null;
                                    version: string;
                                } | null;
                                /** @enum {string} */
                                source: "unit" | "bureau" | "register";
                                /** @enum {string} */
                                standing: "counts" | "office-first" | "later" | "replaced" | "undone";
                                suppliedAt: string;
                                suppliedBy: string;
                                value: unknown;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 档案有哪些事实：由各项政策的申报事实声明而来 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            facts: {
                                byUnit: boolean;
                                evidence: string;
                                id: string;
                                label: string;
                                policies: string[];
                                privacy: string;
                                source: string;
                                type: unknown;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 上传一个文件（表单：先 uscc，后 file）；文件类型按内容判断 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            kind: string;
                            name: string;
                            sha256: string;
                            sizeBytes: number;
                            uscc: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载一个文件 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/imports/{import}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本人正在进行的导入到了哪一步；没有在进行的，或在别的进程里进行的，为空 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    import: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            progress: {
                                all: number;
                                done: number;
                                /** @enum {string} */
                                stage: "read" | "check" | "compare" | "difference" | "keep" | "enter" | "write" | "awards";
                                step: number;
                                steps: number;
                            } | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/invitations/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 用自己的账号接受邀请 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            from: string;
                            name: string;
                            /** @enum {string} */
                            role: "handler" | "agent";
                            to: string;
                            uscc: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/invitations/view": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 看一份邀请是哪家单位的、授权到何时（口令不写在地址里） */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            from: string;
                            name: string;
                            /** @enum {string} */
                            role: "handler" | "agent";
                            /** @enum {string} */
                            state: "open" | "accepted" | "revoked" | "expired";
                            to: string;
                            uscc: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 接口密钥，新的在前 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            keys: {
                                actions: string[];
                                confirmedAt: string | null;
                                createdAt: string;
                                createdBy: string;
                                expiresAt: string;
                                id: string;
                                name: string;
                                prefix: string;
                                revokedAt: string | null;
                                role: string;
                                usedAt: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** 开立接口密钥：只显示这一次，安全管理员核准后才能用 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        actions: ("self.read" | "self.change" | "message.read" | "message.change" | "unit.claim" | "unit.claimed" | "invitation.accept" | "unit.people" | "unit.invite" | "unit.dismiss" | "unit.release" | "unit.claims" | "unit.confirm" | "upload.add" | "upload.read" | "enterprise.add" | "enterprise.search" | "file.read" | "file.state" | "file.dispute" | "dispute.read" | "file.supply" | "file.settle" | "file.event" | "account.read" | "account.propose" | "account.confirm" | "register.read" | "register.import" | "register.undo" | "contribution.read" | "contribution.import" | "contribution.undo" | "ledger.read" | "ledger.versions" | "ledger.import" | "ledger.undo" | "package.read" | "package.import" | "package.export" | "claim.decide" | "mapping.edit" | "consultation.ask" | "consultation.read" | "consultation.log" | "consultation.answer" | "consultation.publish" | "person.read" | "person.create" | "person.appoint" | "person.unlock" | "key.read" | "key.create" | "key.confirm" | "key.revoke" | "webhook.read" | "webhook.edit" | "record.read")[];
                        /** Format: date */
                        expiresOn: string;
                        name: string;
                        /** @enum {string} */
                        role: "legal-representative" | "handler" | "agent" | "town" | "case-officer" | "section-head" | "division-leader" | "finance" | "finance-office" | "expert" | "commissioned-auditor" | "bank" | "guarantor" | "state-auditor" | "system-admin" | "security-admin" | "audit-admin";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            expiresAt: string;
                            id: string;
                            key: string;
                            prefix: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 吊销接口密钥，立即失效 */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/keys/{id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 核准接口密钥：从此可以使用；不同意的，吊销 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 历年奖补：按发票、项目、举办单位、企业或年度，连同重复之处 */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    invoice?: string;
                    limit?: number;
                    organiser?: string;
                    payee?: string;
                    project?: string;
                    uscc?: string;
                    year?: number;
                    yearOf?: "policy" | "claim" | "budget";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            awards: {
                                approved: number;
                                budgetYear: number | null;
                                claimYear: number;
                                clause: string | null;
                                document: string | null;
                                expense: number | null;
                                id: string;
                                invoices: string[];
                                organ: string;
                                organiser: string | null;
                                paid: number | null;
                                paidOn: string | null;
                                payee: string;
                                policy: string;
                                policyYear: number;
                                project: string | null;
                                projectNumber: string | null;
                                /** @enum {string} */
                                source: "ours" | "other";
                                uscc: string;
                            }[];
                            findings: {
                                about: string;
                                awards: string[];
                                /** @enum {string} */
                                kind: "invoice-twice" | "project-two-organs" | "project-across-merger" | "organiser-again" | "paid-over-approved" | "approved-differs";
                                sentence: string;
                            }[];
                            next: string | null;
                            partial: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/ledger/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 台账有哪几种，各有哪些栏目 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            kinds: {
                                basis: string;
                                columns: {
                                    also: string[];
                                    id: string;
                                    label: string;
                                    note?: string;
                                    options: {
                                        id: string;
                                        label: string;
                                    }[];
                                    required: boolean;
                                    type: string;
                                }[];
                                ends: string | null;
                                id: string;
                                key: string[];
                                latest: {
                                    added: number;
                                    changed: number;
                                    current: boolean;
                                    fileName: string;
                                    fileSha256: string;
                                    id: string;
                                    importedAt: string;
                                    importedBy: string;
                                    importedByName: string;
                                    kind: string;
                                    number: number;
                                    period: string;
                                    removed: number;
                                    rowCount: number;
                                    undone: {
                                        at: string;
                                        by: string;
                                        byName: string;
                                        reason: string;
                                    } | null;
                                } | null;
                                /** @enum {string} */
                                period: "year" | "day";
                                supplier: string;
                                title: string;
                                /** @enum {string} */
                                unknownEnterprise: "add" | "refuse" | "accept";
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/ledger/kinds/{kind}/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 台账的空白模板 */
        get: {
            parameters: {
                query?: {
                    format?: "xlsx" | "csv";
                };
                header?: never;
                path: {
                    kind: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/ledger/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 上传台账文件（xlsx 或 CSV），看差异和错处；什么也不导入 */
        post: {
            parameters: {
                query: {
                    force?: "true" | "false";
                    kind: string;
                    name: string;
                    period: string;
                    progress?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": string;
                    "application/vnd.ms-excel": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                    "text/plain": string;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            against: {
                                number: number;
                                period: string;
                            } | null;
                            diff: {
                                added: {
                                    count: number;
                                    first: {
                                        cells: (string | null)[];
                                        place: number;
                                    }[];
                                };
                                alike: {
                                    count: number;
                                    first: {
                                        after: {
                                            cells: (string | null)[];
                                            place: number;
                                        };
                                        before: {
                                            cells: (string | null)[];
                                            place: number;
                                        };
                                        /** @enum {string} */
                                        by: "name" | "rest";
                                    }[];
                                };
                                changed: {
                                    count: number;
                                    first: {
                                        after: {
                                            cells: (string | null)[];
                                            place: number;
                                        };
                                        before: {
                                            cells: (string | null)[];
                                            place: number;
                                        };
                                    }[];
                                };
                                removed: {
                                    count: number;
                                    first: {
                                        cells: (string | null)[];
                                        place: number;
                                    }[];
                                };
                                same: number;
                            };
                            expiresAt: string;
                            format: string;
                            notes: string[];
                            preview: string;
                            rowCount: number;
                            sheet: string;
                            unknown: {
                                count: number;
                                first: {
                                    name: string;
                                    place: number;
                                    uscc: string;
                                }[];
                            };
                            warnings: {
                                count: number;
                                first: string[];
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/ledger/previews/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 导入预览过的台账：全部，或者一行也不 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default false */
                        addEnterprises?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            enterprisesAdded: number;
                            version: {
                                added: number;
                                changed: number;
                                current: boolean;
                                fileName: string;
                                fileSha256: string;
                                id: string;
                                importedAt: string;
                                importedBy: string;
                                importedByName: string;
                                kind: string;
                                number: number;
                                period: string;
                                removed: number;
                                rowCount: number;
                                undone: {
                                    at: string;
                                    by: string;
                                    byName: string;
                                    reason: string;
                                } | null;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/ledger/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 台账的各版，最新的在前，撤销了的也在 */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    kind?: string;
                    limit?: number;
                    period?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: string | null;
                            versions: {
                                added: number;
                                changed: number;
                                current: boolean;
                                fileName: string;
                                fileSha256: string;
                                id: string;
                                importedAt: string;
                                importedBy: string;
                                importedByName: string;
                                kind: string;
                                number: number;
                                period: string;
                                removed: number;
                                rowCount: number;
                                undone: {
                                    at: string;
                                    by: string;
                                    byName: string;
                                    reason: string;
                                } | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/ledger/versions/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出一版台账；再导入即得相同的内容 */
        get: {
            parameters: {
                query?: {
                    format?: "xlsx" | "csv";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/ledger/versions/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一版台账的各行，或其中一家企业的、含有某些字的 */
        get: {
            parameters: {
                query?: {
                    after?: number;
                    limit?: number;
                    uscc?: string;
                    words?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: number | null;
                            rows: {
                                cells: (string | null)[];
                                ended: boolean;
                                place: number;
                            }[];
                            version: {
                                added: number;
                                changed: number;
                                current: boolean;
                                fileName: string;
                                fileSha256: string;
                                id: string;
                                importedAt: string;
                                importedBy: string;
                                importedByName: string;
                                kind: string;
                                number: number;
                                period: string;
                                removed: number;
                                rowCount: number;
                                undone: {
                                    at: string;
                                    by: string;
                                    byName: string;
                                    reason: string;
                                } | null;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/ledger/versions/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销最新一版台账，写明理由；前一版重新有效 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            added: number;
                            changed: number;
                            current: boolean;
                            fileName: string;
                            fileSha256: string;
                            id: string;
                            importedAt: string;
                            importedBy: string;
                            importedByName: string;
                            kind: string;
                            number: number;
                            period: string;
                            removed: number;
                            rowCount: number;
                            undone: {
                                at: string;
                                by: string;
                                byName: string;
                                reason: string;
                            } | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 申报包的栏目对应：每个名称最新的一份；写明名称的，是这个名称的各份，新的在前 */
        get: {
            parameters: {
                query?: {
                    name?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            mappings: {
                                id: string;
                                mapping: {
                                    attachments: string | null;
                                    /** @enum {string} */
                                    claimedUnit: "yuan" | "wan";
                                    facts: {
                                        heading: string;
                                        path: string;
                                        /** @enum {string} */
                                        unit: "yuan" | "wan";
                                    }[];
                                    headings: {
                                        claimed: string | null;
                                        clause: string | null;
                                        name: string;
                                        number: string;
                                        project: string | null;
                                        uscc: string;
                                    };
                                    results: {
                                        amount: string;
                                        reason: string;
                                        result: string;
                                    };
                                    sheet: string | null;
                                };
                                name: string;
                                policy: string;
                                /** Format: date-time */
                                savedAt: string;
                                savedBy: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** 保存一份栏目对应；同名的旧的一份留着，以后的导入用新的 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        mapping: {
                            /** @default null */
                            attachments?: string | null;
                            /**
                             * @default yuan
                             * @enum {string}
                             */
                            claimedUnit?: "yuan" | "wan";
                            /** @default [] */
                            facts?: {
                                heading: string;
                                path: string;
                                /**
                                 * @default yuan
                                 * @enum {string}
                                 */
                                unit?: "yuan" | "wan";
                            }[];
                            headings: {
                                /** @default null */
                                claimed?: string | null;
                                /** @default null */
                                clause?: string | null;
                                name: string;
                                number: string;
                                /** @default null */
                                project?: string | null;
                                uscc: string;
                            };
                            /**
                             * @default {
                             *       "result": "办理结果",
                             *       "reason": "原因",
                             *       "amount": "核定金额"
                             *     }
                             */
                            results?: {
                                amount: string;
                                reason: string;
                                result: string;
                            };
                            /** @default null */
                            sheet?: string | null;
                        };
                        name: string;
                        policy: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            mapping: {
                                attachments: string | null;
                                /** @enum {string} */
                                claimedUnit: "yuan" | "wan";
                                facts: {
                                    heading: string;
                                    path: string;
                                    /** @enum {string} */
                                    unit: "yuan" | "wan";
                                }[];
                                headings: {
                                    claimed: string | null;
                                    clause: string | null;
                                    name: string;
                                    number: string;
                                    project: string | null;
                                    uscc: string;
                                };
                                results: {
                                    amount: string;
                                    reason: string;
                                    result: string;
                                };
                                sheet: string | null;
                            };
                            name: string;
                            policy: string;
                            /** Format: date-time */
                            savedAt: string;
                            savedBy: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/mappings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份栏目对应 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            mapping: {
                                attachments: string | null;
                                /** @enum {string} */
                                claimedUnit: "yuan" | "wan";
                                facts: {
                                    heading: string;
                                    path: string;
                                    /** @enum {string} */
                                    unit: "yuan" | "wan";
                                }[];
                                headings: {
                                    claimed: string | null;
                                    clause: string | null;
                                    name: string;
                                    number: string;
                                    project: string | null;
                                    uscc: string;
                                };
                                results: {
                                    amount: string;
                                    reason: string;
                                    result: string;
                                };
                                sheet: string | null;
                            };
                            name: string;
                            policy: string;
                            /** Format: date-time */
                            savedAt: string;
                            savedBy: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/mappings/headings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 上传一个样本，看各工作表开头几行，从中认表头；什么也不保存 */
        post: {
            parameters: {
                query: {
                    name: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "application/x-zip-compressed": string;
                    "application/zip": string;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            files: string[];
                            sheets: {
                                name: string;
                                rows: string[][];
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/mappings/meanings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一列可以是什么：各项政策声明的申报事实 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            policies: {
                                facts: {
                                    group: string;
                                    kind: string;
                                    label: string;
                                    path: string;
                                }[];
                                id: string;
                                title: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 谁在登录，能做什么 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            account: string;
                            appointments: {
                                from: string;
                                role: string;
                                territory: string | null;
                                to: string | null;
                                unit: string | null;
                            }[];
                            factors: string[];
                            login: string;
                            may: {
                                [key: string]: "self" | "own" | "territory" | "all";
                            };
                            name: string;
                            next: ("totp" | "password" | "enrol") | null;
                            /** @enum {string} */
                            side: "applicant" | "office" | "partner" | "admin";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本人的消息，新的在前；before 是上一页最后一条的编号 */
        get: {
            parameters: {
                query?: {
                    before?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address: string | null;
                            asked: string | null;
                            /** @enum {string} */
                            mail: "daily" | "never";
                            mails: boolean;
                            messages: {
                                /** Format: date-time */
                                at: string;
                                body: string;
                                id: string;
                                kind: string;
                                link: string | null;
                                read: boolean;
                                title: string;
                            }[];
                            more: boolean;
                            unread: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/messages/address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 设定收提醒邮件的邮箱：先向它发一个验证码 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        address: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            sent: true;
                        };
                    };
                };
            };
        };
        /** 不再用这个邮箱，以后不发邮件 */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/messages/address/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 填写邮箱收到的验证码，从此用这个邮箱 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/messages/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 标记为已读；不写 id 就是全部 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        id?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            marked: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/messages/setting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 每日提醒邮件：daily 或 never */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        mail: "daily" | "never";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            mail: "daily" | "never";
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/packages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导入过的申报包，新的在前 */
        get: {
            parameters: {
                query?: {
                    after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: string | null;
                            packages: {
                                added: number;
                                attachments: number;
                                changed: number;
                                fileName: string;
                                id: string;
                                /** Format: date-time */
                                importedAt: string;
                                importedBy: string;
                                mapping: string;
                                policy: string;
                                sha256: string;
                                unchanged: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** 导入申报包：全部，或者一件也不；同一编号再次导入的只更新，不重复 */
        post: {
            parameters: {
                query: {
                    /** @description true：不在企业档案里的单位一并登记 */
                    addUnits?: "true" | "false";
                    /** @description 栏目对应的名称（用最新的一份）或编号 */
                    mapping: string;
                    /** @description 文件名 */
                    name: string;
                    /** @description 预览过的文件的 SHA-256；不符的不导入 */
                    sha256?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "application/x-zip-compressed": string;
                    "application/zip": string;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            package: {
                                added: number;
                                attachments: number;
                                changed: number;
                                fileName: string;
                                id: string;
                                /** Format: date-time */
                                importedAt: string;
                                importedBy: string;
                                mapping: string;
                                policy: string;
                                sha256: string;
                                unchanged: number;
                            };
                            weighed: {
                                added: number;
                                attachments: number;
                                changed: number;
                                /** @description 至多 500 件，有变化的在前 */
                                claims: {
                                    /** @enum {string} */
                                    brought: "added" | "changed" | "unchanged";
                                    changes: {
                                        field: string;
                                        from: string | null;
                                        to: string | null;
                                    }[];
                                    /** @description 元，两位小数 */
                                    claimed: string | null;
                                    name: string;
                                    number: string;
                                    project: string | null;
                                    row: number;
                                    uscc: string;
                                }[];
                                notes: string[];
                                unchanged: number;
                                unknownUnits: {
                                    name: string;
                                    uscc: string;
                                }[];
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/packages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个申报包，连同它带来的申报件 */
        get: {
            parameters: {
                query?: {
                    after?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            claims: {
                                /** @description 元，两位小数 */
                                approved: string | null;
                                /** @enum {string} */
                                brought: "added" | "changed" | "unchanged";
                                changes: {
                                    field: string;
                                    from: string | null;
                                    to: string | null;
                                }[];
                                /** @description 元，两位小数 */
                                claimed: string | null;
                                clause: string | null;
                                decidedAt: string | null;
                                exportedAt: string | null;
                                name: string;
                                number: string;
                                package: string;
                                policy: string;
                                project: string | null;
                                reason: string | null;
                                /** @enum {string} */
                                state: "received" | "accepted" | "returned" | "refused" | "approved";
                                stateLabel: string;
                                uscc: string;
                            }[];
                            next: string | null;
                            package: {
                                added: number;
                                attachments: number;
                                changed: number;
                                fileName: string;
                                id: string;
                                /** Format: date-time */
                                importedAt: string;
                                importedBy: string;
                                mapping: string;
                                policy: string;
                                sha256: string;
                                unchanged: number;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/packages/{id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 导出一个申报包的办理结果（xlsx），并记下已告知平台；again=true 连已导出过的 */
        post: {
            parameters: {
                query?: {
                    again?: "true" | "false";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/packages/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 预览申报包（zip 或 xlsx）：新的、变了的、没变的，不在档案里的单位，以及全部错处；什么也不导入 */
        post: {
            parameters: {
                query: {
                    /** @description 栏目对应的名称（用最新的一份）或编号 */
                    mapping: string;
                    /** @description 文件名 */
                    name: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "application/x-zip-compressed": string;
                    "application/zip": string;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            added: number;
                            attachments: number;
                            changed: number;
                            /** @description 至多 500 件，有变化的在前 */
                            claims: {
                                /** @enum {string} */
                                brought: "added" | "changed" | "unchanged";
                                changes: {
                                    field: string;
                                    from: string | null;
                                    to: string | null;
                                }[];
                                /** @description 元，两位小数 */
                                claimed: string | null;
                                name: string;
                                number: string;
                                project: string | null;
                                row: number;
                                uscc: string;
                            }[];
                            notes: string[];
                            sha256: string;
                            unchanged: number;
                            unknownUnits: {
                                name: string;
                                uscc: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/persons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 工作人员账号，按登录名排列，每页 50 个 */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    q?: string;
                    side?: "applicant" | "office" | "partner" | "admin";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            after: string | null;
                            persons: {
                                appointments: {
                                    confirmed: boolean;
                                    from: string;
                                    id: string;
                                    label: string;
                                    role: string;
                                    territory: string | null;
                                    to: string | null;
                                    unit: string | null;
                                }[];
                                createdAt: string;
                                id: string;
                                lockedUntil: string | null;
                                login: string;
                                mustChange: boolean;
                                name: string;
                                /** @enum {string} */
                                side: "applicant" | "office" | "partner" | "admin";
                                /** @enum {string} */
                                status: "active" | "disabled";
                                totp: boolean;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** 开立账号：得到一次性口令，首次登录要改；角色另由安全管理员授予 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        login: string;
                        name: string;
                        phone?: string;
                        /** @enum {string} */
                        side: "office" | "partner" | "admin";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            expiresAt: string;
                            id: string;
                            password: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/persons/{id}/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 授予角色；有冲突的角色不能由同一个账号担任 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        from?: string;
                        /** @enum {string} */
                        role: "legal-representative" | "handler" | "agent" | "town" | "case-officer" | "section-head" | "division-leader" | "finance" | "finance-office" | "expert" | "commissioned-auditor" | "bank" | "guarantor" | "state-auditor" | "system-admin" | "security-admin" | "audit-admin";
                        /** @default null */
                        territory?: string | null;
                        /** @default null */
                        to?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            confirmed: boolean;
                            from: string;
                            id: string;
                            label: string;
                            role: string;
                            territory: string | null;
                            to: string | null;
                            unit: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/persons/{id}/appointments/{appointment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 收回角色 */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appointment: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/persons/{id}/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重新开立一次性口令，所有登录和可信设备随之失效 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            expiresAt: string;
                            password: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/persons/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 停用、启用账号；停用时所有登录随之结束 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "active" | "disabled";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/persons/{id}/totp-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重置动态口令：下次登录重新绑定，所有登录和可信设备随之失效 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/persons/{id}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 解除锁定 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 操作记录，新的在前，每页 100 条 */
        get: {
            parameters: {
                query?: {
                    account?: string;
                    action?: string;
                    after?: string;
                    from?: string;
                    login?: string;
                    outcome?: "done" | "refused" | "failed";
                    to?: string;
                    unit?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            after: string | null;
                            records: {
                                account: string | null;
                                action: string;
                                address: string | null;
                                at: string;
                                detail: {
                                    [key: string]: unknown;
                                };
                                id: string;
                                login: string | null;
                                name: string | null;
                                /** @enum {string} */
                                outcome: "done" | "refused" | "failed";
                                roles: string[];
                                subject: string | null;
                                subjectKind: string | null;
                                unit: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 申报单位的人员自行注册 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        login: string;
                        name: string;
                        password: string;
                        phone?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: ("totp" | "password" | "enrol") | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/registers/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 名单有哪几种，各有哪些栏目 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            kinds: {
                                basis: string;
                                columns: {
                                    also: string[];
                                    id: string;
                                    label: string;
                                    note?: string;
                                    options: {
                                        id: string;
                                        label: string;
                                    }[];
                                    required: boolean;
                                    type: string;
                                }[];
                                ends: string | null;
                                id: string;
                                key: string[];
                                latest: {
                                    added: number;
                                    changed: number;
                                    current: boolean;
                                    fileName: string;
                                    fileSha256: string;
                                    id: string;
                                    importedAt: string;
                                    importedBy: string;
                                    importedByName: string;
                                    kind: string;
                                    number: number;
                                    period: string;
                                    removed: number;
                                    rowCount: number;
                                    undone: {
                                        at: string;
                                        by: string;
                                        byName: string;
                                        reason: string;
                                    } | null;
                                } | null;
                                /** @enum {string} */
                                period: "year" | "day";
                                supplier: string;
                                title: string;
                                /** @enum {string} */
                                unknownEnterprise: "add" | "refuse" | "accept";
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/registers/kinds/{kind}/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 名单的空白模板 */
        get: {
            parameters: {
                query?: {
                    format?: "xlsx" | "csv";
                };
                header?: never;
                path: {
                    kind: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/registers/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 上传名单文件（xlsx 或 CSV），看差异和错处；什么也不导入 */
        post: {
            parameters: {
                query: {
                    force?: "true" | "false";
                    kind: string;
                    name: string;
                    period: string;
                    progress?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": string;
                    "application/vnd.ms-excel": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                    "text/plain": string;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            against: {
                                number: number;
                                period: string;
                            } | null;
                            diff: {
                                added: {
                                    count: number;
                                    first: {
                                        cells: (string | null)[];
                                        place: number;
                                    }[];
                                };
                                alike: {
                                    count: number;
                                    first: {
                                        after: {
                                            cells: (string | null)[];
                                            place: number;
                                        };
                                        before: {
                                            cells: (string | null)[];
                                            place: number;
                                        };
                                        /** @enum {string} */
                                        by: "name" | "rest";
                                    }[];
                                };
                                changed: {
                                    count: number;
                                    first: {
                                        after: {
                                            cells: (string | null)[];
                                            place: number;
                                        };
                                        before: {
                                            cells: (string | null)[];
                                            place: number;
                                        };
                                    }[];
                                };
                                removed: {
                                    count: number;
                                    first: {
                                        cells: (string | null)[];
                                        place: number;
                                    }[];
                                };
                                same: number;
                            };
                            expiresAt: string;
                            format: string;
                            notes: string[];
                            preview: string;
                            rowCount: number;
                            sheet: string;
                            unknown: {
                                count: number;
                                first: {
                                    name: string;
                                    place: number;
                                    uscc: string;
                                }[];
                            };
                            warnings: {
                                count: number;
                                first: string[];
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/registers/previews/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 导入预览过的名单：全部，或者一行也不 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default false */
                        addEnterprises?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            enterprisesAdded: number;
                            version: {
                                added: number;
                                changed: number;
                                current: boolean;
                                fileName: string;
                                fileSha256: string;
                                id: string;
                                importedAt: string;
                                importedBy: string;
                                importedByName: string;
                                kind: string;
                                number: number;
                                period: string;
                                removed: number;
                                rowCount: number;
                                undone: {
                                    at: string;
                                    by: string;
                                    byName: string;
                                    reason: string;
                                } | null;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/registers/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 名单的各版，最新的在前，撤销了的也在 */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    kind?: string;
                    limit?: number;
                    period?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: string | null;
                            versions: {
                                added: number;
                                changed: number;
                                current: boolean;
                                fileName: string;
                                fileSha256: string;
                                id: string;
                                importedAt: string;
                                importedBy: string;
                                importedByName: string;
                                kind: string;
                                number: number;
                                period: string;
                                removed: number;
                                rowCount: number;
                                undone: {
                                    at: string;
                                    by: string;
                                    byName: string;
                                    reason: string;
                                } | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/registers/versions/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出一版名单；再导入即得相同的内容 */
        get: {
            parameters: {
                query?: {
                    format?: "xlsx" | "csv";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/registers/versions/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一版名单的各行，或其中一家企业的、含有某些字的 */
        get: {
            parameters: {
                query?: {
                    after?: number;
                    limit?: number;
                    uscc?: string;
                    words?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: number | null;
                            rows: {
                                cells: (string | null)[];
                                ended: boolean;
                                place: number;
                            }[];
                            version: {
                                added: number;
                                changed: number;
                                current: boolean;
                                fileName: string;
                                fileSha256: string;
                                id: string;
                                importedAt: string;
                                importedBy: string;
                                importedByName: string;
                                kind: string;
                                number: number;
                                period: string;
                                removed: number;
                                rowCount: number;
                                undone: {
                                    at: string;
                                    by: string;
                                    byName: string;
                                    reason: string;
                                } | null;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/registers/versions/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销最新一版名单，写明理由；前一版重新有效 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            added: number;
                            changed: number;
                            current: boolean;
                            fileName: string;
                            fileSha256: string;
                            id: string;
                            importedAt: string;
                            importedBy: string;
                            importedByName: string;
                            kind: string;
                            number: number;
                            period: string;
                            removed: number;
                            rowCount: number;
                            undone: {
                                at: string;
                                by: string;
                                byName: string;
                                reason: string;
                            } | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/self": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本人账号的口令、动态口令是否齐全 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            hasPassword: boolean;
                            mustChange: boolean;
                            passwordChangedAt: string | null;
                            recoveryCodesLeft: number;
                            totp: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/self/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本人的可信设备 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            devices: {
                                expiresAt: string;
                                handle: string;
                                name: string;
                                trustedAt: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/self/devices/{handle}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 不再信任本人的一台设备 */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    handle: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/self/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改口令：所有登录和可信设备随之失效，本机重新登录 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        current: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: ("totp" | "password" | "enrol") | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/self/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本人正在登录的地方 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            sessions: {
                                address: string | null;
                                agent: string | null;
                                begunAt: string;
                                factors: string[];
                                handle: string;
                                here: boolean;
                                seenAt: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/self/sessions/{handle}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 结束本人的一处登录 */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    handle: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/self/sessions/end-others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 结束本人在别处的所有登录 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ended: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/self/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 绑定动态口令：取得密钥，确认之前原来的仍有效 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            secret: string;
                            uri: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/self/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 输入第一个动态口令，绑定生效，得到一次性的恢复码 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: ("totp" | "password" | "enrol") | null;
                            recoveryCodes: string[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 登录页上有哪些登录方式 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            providers: {
                                id: string;
                                label: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** 用登录名和口令登录 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        login: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: ("totp" | "password" | "enrol") | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/sign-in/oidc/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 去统一身份登录 */
        get: {
            parameters: {
                query?: {
                    to?: string;
                };
                header?: never;
                path: {
                    provider: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/sign-in/oidc/{provider}/back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 从统一身份登录回来 */
        get: {
            parameters: {
                query?: {
                    code?: string;
                    error?: string;
                    iss?: string;
                    state?: string;
                };
                header?: never;
                path: {
                    provider: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/sign-in/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 口令之后：动态口令，或一次性的恢复码 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                        trust?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: ("totp" | "password" | "enrol") | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退出登录 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/territories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本县（市）的名称和镇（街道） */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            territories: string[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/unit-claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待核对的认领，附登记名称 */
        get: {
            parameters: {
                query?: {
                    after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            claims: {
                                claimant: string;
                                claimedAt: string;
                                evidenceFile: string;
                                id: string;
                                login: string;
                                name: string;
                                reason: string | null;
                                registered: string | null;
                                /** @enum {string} */
                                state: "pending" | "confirmed" | "refused";
                                territory: string | null;
                                uscc: string;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** 以法定代表人身份认领一家单位，待核对 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        evidence: string;
                        name: string;
                        territory?: string;
                        uscc: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /** @enum {string} */
                            state: "pending" | "confirmed" | "refused";
                            uscc: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/unit-claims/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 核对认领：通过，或写明理由不予通过 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        confirm: boolean;
                        reason?: string;
                        territory?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            claimedAt: string;
                            evidenceFile: string;
                            id: string;
                            name: string;
                            reason: string | null;
                            /** @enum {string} */
                            state: "pending" | "confirmed" | "refused";
                            territory: string | null;
                            uscc: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/unit-claims/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本人的认领和结果 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            claims: {
                                claimedAt: string;
                                evidenceFile: string;
                                id: string;
                                name: string;
                                reason: string | null;
                                /** @enum {string} */
                                state: "pending" | "confirmed" | "refused";
                                territory: string | null;
                                uscc: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/units/{uscc}/bank-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 单位的收款账户，包括以前的 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    uscc: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accounts: {
                                bankName: string;
                                bankNumber: string;
                                decidedAt: string | null;
                                evidenceFile: string;
                                holder: string;
                                holderDiffers: boolean;
                                id: string;
                                number: string;
                                proposedAt: string;
                                reason: string | null;
                                replacedAt: string | null;
                                /** @enum {string} */
                                state: "proposed" | "confirmed" | "refused" | "withdrawn" | "replaced";
                                uscc: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** 提出收款账户（基本存款账户）的变更 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    uscc: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        bankName: string;
                        bankNumber: string;
                        evidence: string;
                        holder: string;
                        number: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bankName: string;
                            bankNumber: string;
                            decidedAt: string | null;
                            evidenceFile: string;
                            holder: string;
                            id: string;
                            number: string;
                            proposedAt: string;
                            reason: string | null;
                            replacedAt: string | null;
                            /** @enum {string} */
                            state: "proposed" | "confirmed" | "refused" | "withdrawn" | "replaced";
                            uscc: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/units/{uscc}/consultations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 单位在线咨询 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    uscc: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        clause?: string;
                        policy: string;
                        question: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            answer: string | null;
                            answeredAt: string | null;
                            answeredByName: string | null;
                            /** Format: date-time */
                            askedAt: string;
                            caller: {
                                name: string | null;
                                phone: string | null;
                            } | null;
                            /** @enum {string} */
                            channel: "online" | "phone" | "visit";
                            clause: string | null;
                            earlier: {
                                answer: string;
                                question: string | null;
                                /** Format: date-time */
                                replacedAt: string;
                                /** Format: date-time */
                                saidAt: string;
                                /** @enum {string} */
                                what: "answer" | "publication";
                            }[];
                            id: string;
                            policy: string;
                            publicAnswer: string | null;
                            publicQuestion: string | null;
                            publishedAt: string | null;
                            question: string;
                            unitName: string | null;
                            uscc: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/units/{uscc}/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 对部门提供的一项数据提出异议，附证明材料 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    uscc: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        evidence: string;
                        fact: string;
                        reason: string;
                        year: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /** @enum {string} */
                            state: "open" | "upheld" | "rejected";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/units/{uscc}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 填报本单位一个年度的一项情况 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    uscc: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        evidence?: string;
                        fact: string;
                        value: unknown;
                        year: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/units/{uscc}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 单位发出的邀请，最近的在前 */
        get: {
            parameters: {
                query?: {
                    after?: string;
                };
                header?: never;
                path: {
                    uscc: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            invitations: {
                                deedFile: string;
                                expiresAt: string;
                                from: string;
                                id: string;
                                invitee: string;
                                /** @enum {string} */
                                role: "handler" | "agent";
                                /** @enum {string} */
                                state: "open" | "accepted" | "revoked" | "expired";
                                to: string;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** 邀请经办人或代理机构人员；链接里的口令只在这里给出一次 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    uscc: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        deed: string;
                        from: string;
                        invitee: string;
                        /** @enum {string} */
                        role: "handler" | "agent";
                        to: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            expiresAt: string;
                            id: string;
                            token: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/units/{uscc}/invitations/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回还没有接受的邀请 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    uscc: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            revoked: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/units/{uscc}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 单位的人员和授权期限 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    uscc: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            people: {
                                account: string;
                                appointment: string;
                                deedFile: string | null;
                                from: string;
                                login: string;
                                name: string;
                                role: string;
                                /** @enum {string} */
                                standing: "current" | "upcoming" | "expired" | "ended" | "unconfirmed";
                                to: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/units/{uscc}/people/{id}/dismissal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 立即停止经办人或代理机构人员的授权 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    uscc: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ended: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/units/{uscc}/people/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 法定代表人换人：停止原账号的授权，连同其发出的邀请 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    uscc: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ended: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 有几件等本人办理，满 100 件即止 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            waiting: {
                                [key: string]: number;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 回调：哪些系统会被告知什么 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            webhooks: {
                                /** Format: date-time */
                                createdAt: string;
                                events: string[];
                                givenUp: number;
                                id: string;
                                lastFault: string | null;
                                lastSentAt: string | null;
                                name: string;
                                url: string;
                                waiting: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** 设一个回调；签名密钥只显示这一次 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        events: ("package.imported" | "claim.decided" | "register.imported" | "register.undone" | "consultation.published")[];
                        name: string;
                        url: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            createdAt: string;
                            events: string[];
                            id: string;
                            name: string;
                            secret: string;
                            url: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 停止一个回调 */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/webhooks/{id}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 再发一次：没有送到、不再试的回调 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            again: number;
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 发送一次测试：同样签名，事件名是 test，没有内容 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/{id}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一项政策已公开的问答，新的在前；不用登录 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            answer: string;
                            clause: string | null;
                            on: string;
                            question: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
