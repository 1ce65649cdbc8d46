/** The office's interface as types, made from its routes: `npm run client` writes it anew. */
// biome-ignore-all lint: made by a program
// biome-ignore-all format: made by a program
export interface paths {
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
                                /** Format: date-time */
                                askedAt: string;
                                /** @enum {string} */
                                channel: "online" | "phone" | "visit";
                                clause: string | null;
                                id: string;
                                policy: string;
                                publicAnswer: string | null;
                                publicQuestion: string | null;
                                publishedAt: string | null;
                                question: string;
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
                            /** Format: date-time */
                            askedAt: string;
                            /** @enum {string} */
                            channel: "online" | "phone" | "visit";
                            clause: string | null;
                            id: string;
                            policy: string;
                            publicAnswer: string | null;
                            publicQuestion: string | null;
                            publishedAt: string | null;
                            question: string;
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
                            /** Format: date-time */
                            askedAt: string;
                            /** @enum {string} */
                            channel: "online" | "phone" | "visit";
                            clause: string | null;
                            id: string;
                            policy: string;
                            publicAnswer: string | null;
                            publicQuestion: string | null;
                            publishedAt: string | null;
                            question: string;
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
                            /** Format: date-time */
                            askedAt: string;
                            /** @enum {string} */
                            channel: "online" | "phone" | "visit";
                            clause: string | null;
                            id: string;
                            policy: string;
                            publicAnswer: string | null;
                            publicQuestion: string | null;
                            publishedAt: string | null;
                            question: string;
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
                            /** Format: date-time */
                            askedAt: string;
                            /** @enum {string} */
                            channel: "online" | "phone" | "visit";
                            clause: string | null;
                            id: string;
                            policy: string;
                            publicAnswer: string | null;
                            publicQuestion: string | null;
                            publishedAt: string | null;
                            question: string;
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
                            /** @enum {string} */
                            mail: "daily" | "never";
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
                            /** Format: date-time */
                            askedAt: string;
                            /** @enum {string} */
                            channel: "online" | "phone" | "visit";
                            clause: string | null;
                            id: string;
                            policy: string;
                            publicAnswer: string | null;
                            publicQuestion: string | null;
                            publishedAt: string | null;
                            question: string;
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
                                id: string;
                                name: string;
                                url: string;
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
                        events: ("package.imported" | "claim.decided" | "register.imported" | "consultation.published")[];
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
    "/api/policies/{id}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
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
