# The images of the three services, and of the sandbox (the Braze stand-in and the demo company): a target for each. ./images builds
# all of them; Maven has built the jars before. Every image says what is inside in /app/<name>/bom.json (CycloneDX).

FROM eclipse-temurin:25-jre AS java
# By number, so that a cluster can check that it is not root. The name is for programs that ask whose number this is.
RUN echo 'iterate:x:10001:10001::/app:/usr/sbin/nologin' >> /etc/passwd && echo 'iterate:x:10001:' >> /etc/group
# Allocators of their own for a few threads rather than for each eighth of a core: about 10 MB less resident (measured).
ENV MALLOC_ARENA_MAX=2 \
    LOG_FORMAT=json
WORKDIR /app
COPY container/ /app/container/

# ---- What the services' images hold, at the paths where Maven leaves it: the sandbox finds it there ----
FROM java AS settings-files
COPY settings-service/src/main/jvm/settings.options /app/settings-service/java.options
COPY settings-service/target/bom.json /app/settings-service/bom.json
COPY settings-service/target/quarkus-app/ /app/settings-service/target/quarkus-app/

FROM java AS survey-files
COPY survey-service/src/main/jvm/survey.options /app/survey-service/java.options
COPY survey-service/target/bom.json /app/survey-service/bom.json
COPY survey-service/target/quarkus-app/ /app/survey-service/target/quarkus-app/

FROM java AS relay-files
COPY relay-service/src/main/jvm/relay.options /app/relay-service/java.options
COPY relay-service/target/bom.json /app/relay-service/bom.json
COPY relay-service/target/quarkus-app/ /app/relay-service/target/quarkus-app/

FROM java AS sandbox-files
COPY sandbox/target/bom.json /app/sandbox/bom.json
COPY sandbox/target/lib/ /app/lib/
COPY sandbox/target/sandbox.jar /app/sandbox.jar

# ---- Training: the whole system starts, does its main job once and stops; each JVM then writes what it has loaded, linked and found
# hot into a cache, from which the same JVM with the same jars at the same paths starts (docs/adr/0801) ----
FROM sandbox-files AS training
COPY --from=settings-files /app/settings-service/ /app/settings-service/
COPY --from=survey-files /app/survey-service/ /app/survey-service/
COPY --from=relay-files /app/relay-service/ /app/relay-service/
RUN mkdir /caches && chown 10001:10001 /caches
USER 10001:10001
# The check also says whether the system was fast, which is no matter here. Without all three caches there is no image.
RUN LOG_FORMAT= \
    SANDBOX_SERVICE_JVM='@/app/container/jvm.options @/app/{name}/java.options -XX:AOTCacheOutput=/caches/{name}.aot' \
    java -Xmx512m -XX:+UseSerialGC -jar /app/sandbox.jar --check; \
    chmod 444 /caches/settings-service.aot /caches/survey-service.aot /caches/relay-service.aot

# ---- settings-service ----
FROM settings-files AS settings-service
COPY --from=training --chown=0:0 /caches/settings-service.aot /app/settings-service/service.aot
USER 10001:10001
EXPOSE 8081 8444 9081
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=3 \
    CMD ["/app/container/health", "9081", "/q/health/ready"]
ENTRYPOINT ["java", "@/app/container/jvm.options", "@/app/settings-service/java.options", \
    "-XX:AOTCache=/app/settings-service/service.aot", "-jar", "/app/settings-service/target/quarkus-app/quarkus-run.jar"]
ARG VERSION=unknown
ARG REVISION=unknown
ARG SOURCE=unknown
LABEL org.opencontainers.image.title="settings-service" \
    org.opencontainers.image.description="Companies, members, sessions and Braze connections" \
    org.opencontainers.image.version="$VERSION" \
    org.opencontainers.image.revision="$REVISION" \
    org.opencontainers.image.source="$SOURCE"

# ---- survey-service ----
FROM survey-files AS survey-service
COPY --from=training --chown=0:0 /caches/survey-service.aot /app/survey-service/service.aot
USER 10001:10001
EXPOSE 8082 9082
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=3 \
    CMD ["/app/container/health", "9082", "/q/health/ready"]
ENTRYPOINT ["java", "@/app/container/jvm.options", "@/app/survey-service/java.options", \
    "-XX:AOTCache=/app/survey-service/service.aot", "-jar", "/app/survey-service/target/quarkus-app/quarkus-run.jar"]
ARG VERSION=unknown
ARG REVISION=unknown
ARG SOURCE=unknown
LABEL org.opencontainers.image.title="survey-service" \
    org.opencontainers.image.description="Asks, records and reports answers" \
    org.opencontainers.image.version="$VERSION" \
    org.opencontainers.image.revision="$REVISION" \
    org.opencontainers.image.source="$SOURCE"

# ---- relay-service ----
FROM relay-files AS relay-service
COPY --from=training --chown=0:0 /caches/relay-service.aot /app/relay-service/service.aot
USER 10001:10001
EXPOSE 8083 9083
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=3 \
    CMD ["/app/container/health", "9083", "/q/health/ready"]
ENTRYPOINT ["java", "@/app/container/jvm.options", "@/app/relay-service/java.options", \
    "-XX:AOTCache=/app/relay-service/service.aot", "-jar", "/app/relay-service/target/quarkus-app/quarkus-run.jar"]
ARG VERSION=unknown
ARG REVISION=unknown
ARG SOURCE=unknown
LABEL org.opencontainers.image.title="relay-service" \
    org.opencontainers.image.description="Takes answers to Braze" \
    org.opencontainers.image.version="$VERSION" \
    org.opencontainers.image.revision="$REVISION" \
    org.opencontainers.image.source="$SOURCE"

# ---- sandbox: "braze" is the stand-in, "demo" makes the demo company, "secrets FOLDER" makes secrets ----
FROM sandbox-files AS sandbox
USER 10001:10001
EXPOSE 8090
# For "braze"; the others end.
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=3 \
    CMD ["/app/container/health", "8090", "/sandbox/faults"]
ENTRYPOINT ["java", "@/app/container/jvm.options", "-XX:+UseSerialGC", "-jar", "/app/sandbox.jar"]
CMD ["braze"]
ARG VERSION=unknown
ARG REVISION=unknown
ARG SOURCE=unknown
LABEL org.opencontainers.image.title="sandbox" \
    org.opencontainers.image.description="A Braze that obeys a script, and a demo company" \
    org.opencontainers.image.version="$VERSION" \
    org.opencontainers.image.revision="$REVISION" \
    org.opencontainers.image.source="$SOURCE"
