.PHONY: run test verify web format

run:    ; ./mvnw spring-boot:run
test:   ; ./mvnw -B test
verify: ; ./mvnw -B verify
web:    ; ./mvnw -B -pl web verify
format: ; ./mvnw -q spotless:apply
